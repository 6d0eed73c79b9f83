{{/* (list . name what schedule minima): a CronJob that sets the autoscalers' minimum. Its pod has a token for them alone. */}}
{{- define "campaign.cronJob" -}}
{{- $root := index . 0 -}}
{{- $image := $root.Values.tools.image | default dict -}}
apiVersion: batch/v1
kind: CronJob
metadata:
  name: {{ index . 1 }}-{{ index . 2 }}
  labels:
    {{- include "social-commerce.labels" (list $root "campaign" "campaign") | nindent 4 }}
spec:
  schedule: {{ index . 3 | quote }}
  timeZone: Etc/UTC
  concurrencyPolicy: Forbid
  # As long as somebody may have to look after a cluster whose controllers were away.
  startingDeadlineSeconds: 900
  jobTemplate:
    spec:
      backoffLimit: 10
      template:
        metadata:
          labels:
            {{- include "social-commerce.labels" (list $root "campaign" "campaign") | nindent 12 }}
        spec:
          restartPolicy: OnFailure
          serviceAccountName: {{ index . 1 }}
          automountServiceAccountToken: true
          enableServiceLinks: false
          {{- with $root.Values.global.image.pullSecrets }}
          imagePullSecrets:
            {{- range . }}
            - name: {{ . }}
            {{- end }}
          {{- end }}
          securityContext:
            {{- include "trial.podSecurityContext" (list 1000) | nindent 12 }}
          containers:
            - name: set
              image: {{ $image.repository | default (printf "%s/tools" $root.Values.global.image.registry) }}:{{ $image.tag | default $root.Values.global.image.tag | default $root.Chart.AppVersion }}
              imagePullPolicy: {{ $root.Values.global.image.pullPolicy }}
              command: [node, /app/deploy/kubernetes/set-minima.ts]
              env:
                - name: POD_NAMESPACE
                  valueFrom: { fieldRef: { fieldPath: metadata.namespace } }
                - name: MINIMA
                  value: {{ index . 4 | toJson | quote }}
              securityContext:
                {{- include "trial.containerSecurityContext" . | nindent 16 }}
              resources:
                requests: { cpu: 100m, memory: 96Mi }
                limits: { cpu: "1", memory: 192Mi }
{{- end -}}
