{{/* (list . name secrets): the Job that fills the trial's Secrets. It is the only pod with a token for the API server. */}}
{{- define "trial.secretsJob" -}}
{{- $root := index . 0 -}}
{{- $image := $root.Values.tools.image | default dict -}}
backoffLimit: 10
template:
  metadata:
    labels:
      {{- include "trial.labels" (list $root "trial-secrets") | nindent 6 }}
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
      {{- include "trial.podSecurityContext" (list 1000) | nindent 6 }}
    containers:
      - name: make
        image: {{ $image.repository | default (printf "%s/tools" $root.Values.global.image.registry) }}:{{ $image.tag | default $root.Values.global.image.tag | default $root.Chart.AppVersion }}
        imagePullPolicy: {{ $root.Values.global.image.pullPolicy }}
        command: [node, /app/deploy/kubernetes/fill-secrets.ts]
        env:
          - name: POD_NAMESPACE
            valueFrom: { fieldRef: { fieldPath: metadata.namespace } }
          - name: SECRET_NAMES
            value: {{ index . 2 | toJson | quote }}
          - name: MONGO_URL
            value: mongodb://{{ $root.Release.Name }}-mongo-0.{{ $root.Release.Name }}-mongo:27017/?replicaSet=rs0
          - name: REDIS_URL
            value: redis://{{ $root.Release.Name }}-redis:6379
        securityContext:
          {{- include "trial.containerSecurityContext" . | nindent 10 }}
        resources:
          requests: { cpu: 100m, memory: 96Mi }
          limits: { cpu: "1", memory: 192Mi }
{{- end -}}
