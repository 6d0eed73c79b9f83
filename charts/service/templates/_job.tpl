{{- define "service.jobLabels" -}}
{{ include "service.labelsOf" (list . (printf "%s-job" (include "service.name" .)) "job") }}
{{- end -}}

{{/*
Hooks of a job: (list . hooks). Before an installation there are no trial brokers yet, nor what External Secrets will make:
then the job runs after it.
*/}}
{{- define "service.hooks" -}}
{{- $root := index . 0 -}}
{{- $hooks := index . 1 | join "," -}}
{{- if or $root.Values.global.trial.enabled $root.Values.global.externalSecrets.enabled -}}
{{- $hooks = $hooks | replace "pre-install" "post-install" -}}
{{- end -}}
{{- $hooks -}}
{{- end -}}

{{/*
(list . name job). The environment stands in the pod, not in the ConfigMap, and the ServiceAccount is the namespace's:
before an installation there is neither.
*/}}
{{- define "service.jobSpec" -}}
{{- $root := index . 0 -}}
{{- $name := index . 1 -}}
{{- $job := index . 2 -}}
{{- $storage := $job.storage | default (dict "type" "none") -}}
backoffLimit: {{ hasKey $job "backoffLimit" | ternary $job.backoffLimit 3 }}
activeDeadlineSeconds: {{ $job.activeDeadlineSeconds | default 600 }}
template:
  metadata:
    labels:
      {{- include "service.jobLabels" $root | nindent 6 }}
  spec:
    restartPolicy: Never
    {{- include "service.podBasics" $root | nindent 4 }}
    containers:
      - name: {{ $name }}
        image: {{ include "service.imageOf" (list $root ($job.image | default $root.Values.image)) }}
        imagePullPolicy: {{ $root.Values.global.image.pullPolicy }}
        command:
          {{- toYaml $job.command | nindent 10 }}
        {{- with $job.args }}
        args:
          {{- toYaml . | nindent 10 }}
        {{- end }}
        env:
          {{- include "service.jobEnv" (list $root $job) | trim | nindent 10 }}
        securityContext:
          {{- include "service.containerSecurityContext" $root | nindent 10 }}
        resources:
          {{- toYaml ($job.resources | default $root.Values.resources) | nindent 10 }}
        volumeMounts:
          {{- include "service.volumeMountsOf" (list $root $storage ($job.volumeMounts | default list)) | nindent 10 }}
    volumes:
      {{- include "service.volumesOf" (list $root $storage ($job.volumes | default list)) | nindent 6 }}
{{- end -}}

{{- define "service.jobEnv" -}}
{{- $root := index . 0 -}}
{{- $job := index . 1 -}}
{{- /* No job calls a service, and before an installation there is no certificate. */ -}}
{{- $plain := omit (include "service.plainEnv" $root | fromYaml) "TLS_CERT_FILE" "TLS_KEY_FILE" "TLS_CA_FILE" -}}
{{- range $variable, $value := $job.env | default dict -}}
{{- if not (kindIs "invalid" $value) -}}
{{- $_ := set $plain $variable (tpl (toString $value) $root) -}}
{{- end -}}
{{- end -}}
{{- $secret := merge (deepCopy ($job.secretEnv | default dict)) (include "service.secretVariables" $root | fromYaml) -}}
{{- range $variable, $value := $plain }}
- name: {{ $variable }}
  value: {{ $value | quote }}
{{- end }}
{{- include "service.secretEnvList" (list $root $secret) }}
{{- end -}}
