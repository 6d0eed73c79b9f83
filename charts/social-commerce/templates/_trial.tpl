{{/* Labels of a trial broker: (list . "mongo"). */}}
{{- define "trial.labels" -}}
{{ include "social-commerce.labels" (list (index . 0) (index . 1) "trial") }}
{{- end -}}

{{- define "trial.selector" -}}
app.kubernetes.io/name: {{ index . 1 }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
{{- end -}}

{{/* What the images of brokers run as, and what `restricted` asks: (list uid). */}}
{{- define "trial.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: {{ index . 0 }}
runAsGroup: {{ index . 0 }}
fsGroup: {{ index . 0 }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "trial.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* The headless Service of a broker: (list . "mongo" 27017). It is found before it is ready, by itself. */}}
{{- define "trial.service" -}}
{{- $root := index . 0 -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ $root.Release.Name }}-{{ index . 1 }}
  labels:
    {{- include "trial.labels" . | nindent 4 }}
spec:
  clusterIP: None
  publishNotReadyAddresses: true
  selector:
    {{- include "trial.selector" . | nindent 4 }}
  ports:
    - { name: {{ index . 1 }}, port: {{ index . 2 }}, targetPort: {{ index . 2 }}, protocol: TCP }
{{- end -}}

{{/* Only the release's own pods reach a broker: (list . "mongo" 27017). */}}
{{- define "trial.networkPolicy" -}}
{{- $root := index . 0 -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ $root.Release.Name }}-{{ index . 1 }}
  labels:
    {{- include "trial.labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      {{- include "trial.selector" . | nindent 6 }}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app.kubernetes.io/instance: {{ $root.Release.Name }}
      ports:
        - { port: {{ index . 2 }}, protocol: TCP }
{{- end -}}

{{/* The folder of a broker: gone with the pod, or a claim: (list . "mongo" where). */}}
{{- define "trial.emptyData" -}}
{{- if not .Values.trial.storageSize }}
- name: data
  emptyDir: {}
{{- end }}
{{- end -}}

{{- define "trial.claims" -}}
{{- with .Values.trial.storageSize }}
volumeClaimTemplates:
  - metadata: { name: data }
    spec:
      accessModes: [ReadWriteOnce]
      resources: { requests: { storage: {{ . }} } }
{{- end }}
{{- end -}}
