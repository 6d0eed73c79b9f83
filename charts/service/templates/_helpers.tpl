{{- define "service.name" -}}
{{- .Values.nameOverride | default .Chart.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "service.fullname" -}}
{{- include "service.fullnameOf" (list . (include "service.name" .)) -}}
{{- end -}}

{{/* Name of another service of this release: (list . "orders"). */}}
{{- define "service.fullnameOf" -}}
{{- $root := index . 0 -}}
{{- printf "%s-%s" $root.Release.Name (index . 1) | trunc 52 | trimSuffix "-" -}}
{{- end -}}

{{- define "service.tag" -}}
{{- .Values.image.tag | default .Values.global.image.tag | default .Chart.AppVersion | toString -}}
{{- end -}}

{{/* Selectors: (list . "orders"). Of the service's own pods only; those of jobs and tests have other names. */}}
{{- define "service.selector" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: {{ index . 1 }}
app.kubernetes.io/instance: {{ $root.Release.Name }}
{{- end -}}

{{/* All labels: (list . name component). */}}
{{- define "service.labelsOf" -}}
{{- $root := index . 0 -}}
{{ include "service.selector" (list $root (index . 1)) }}
app.kubernetes.io/component: {{ index . 2 }}
app.kubernetes.io/part-of: {{ $root.Values.global.partOf }}
app.kubernetes.io/version: {{ include "service.tag" $root | trunc 63 | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
{{- end -}}

{{- define "service.labels" -}}
{{ include "service.labelsOf" (list . (include "service.name" .) .Values.component) }}
helm.sh/chart: {{ printf "service-%s" .Chart.Version | replace "+" "_" }}
{{- end -}}

{{/* The image of the service, or of a job that has its own: (list . image). */}}
{{- define "service.imageOf" -}}
{{- $root := index . 0 -}}
{{- $image := index . 1 -}}
{{- $repository := $image.repository | default (printf "%s/%s" $root.Values.global.image.registry (include "service.name" $root)) -}}
{{- if $image.digest -}}
{{ $repository }}@{{ $image.digest }}
{{- else -}}
{{ $repository }}:{{ $image.tag | default (include "service.tag" $root) }}
{{- end -}}
{{- end -}}

{{/* The port of probes and metrics, by its name. */}}
{{- define "service.probePort" -}}
{{- if .Values.ports.admin }}admin{{ else }}http{{ end -}}
{{- end -}}

{{- define "service.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: {{ .Values.runAsUser }}
runAsGroup: {{ .Values.runAsUser }}
fsGroup: {{ .Values.runAsUser }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "service.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* What every pod of ours begins with. */}}
{{- define "service.podBasics" -}}
automountServiceAccountToken: false
# Service links would put variables like ORDERS_PORT into the environment.
enableServiceLinks: false
{{- with .Values.global.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.priorityClassName | default .Values.global.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
securityContext:
  {{- include "service.podSecurityContext" . | nindent 2 }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Not empty where calls of the service go over mutual TLS. */}}
{{- define "service.tls" -}}
{{- if and .Values.global.tls.enabled .Values.platformEnv .Values.workload (or .Values.ports.grpc .Values.calls.grpc) -}}
yes
{{- end -}}
{{- end -}}

{{/* Not empty where the CA of Kafka comes from a Secret. */}}
{{- define "service.kafkaCa" -}}
{{- with .Values.global.kafka.tls -}}
{{- if and $.Values.uses.kafka $.Values.platformEnv .enabled .caSecret -}}
yes
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Volumes: (list . storage volumes). */}}
{{- define "service.volumesOf" -}}
{{- $root := index . 0 -}}
{{- $storage := index . 1 -}}
- name: tmp
  emptyDir:
    sizeLimit: {{ $root.Values.tmpSize }}
{{- if $root.Values.global.caBundle.configMap }}
- name: ca-bundle
  configMap:
    name: {{ $root.Values.global.caBundle.configMap }}
{{- end }}
{{- if include "service.kafkaCa" $root }}
- name: kafka-ca
  secret:
    secretName: {{ $root.Values.global.kafka.tls.caSecret }}
    items:
      - { key: {{ $root.Values.global.kafka.tls.caKey }}, path: {{ $root.Values.global.kafka.tls.caKey }} }
{{- end }}
{{- if eq $storage.type "emptyDir" }}
- name: storage
  emptyDir:
    sizeLimit: {{ $storage.size }}
{{- else if eq $storage.type "claim" }}
- name: storage
  persistentVolumeClaim:
    claimName: {{ $storage.existingClaim | default (include "service.fullname" $root) }}
{{- end }}
{{- with index . 2 }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "service.volumeMountsOf" -}}
{{- $root := index . 0 -}}
{{- $storage := index . 1 -}}
- name: tmp
  mountPath: /tmp
{{- if $root.Values.global.caBundle.configMap }}
- name: ca-bundle
  mountPath: /etc/social-commerce/ca
  readOnly: true
{{- end }}
{{- if include "service.kafkaCa" $root }}
- name: kafka-ca
  mountPath: /etc/social-commerce/kafka
  readOnly: true
{{- end }}
{{- if ne $storage.type "none" }}
- name: storage
  mountPath: {{ $storage.mountPath }}
{{- end }}
{{- with index . 2 }}
{{ toYaml . }}
{{- end }}
{{- end -}}
