{{/* `group-buy` → `GROUP_BUY_ADDR`. */}}
{{- define "service.addressVariable" -}}
{{- printf "%s_ADDR" (. | upper | replace "-" "_") -}}
{{- end -}}

{{/* The HTTP port of a service: (list . "gateway"). */}}
{{- define "service.httpPortOf" -}}
{{- $root := index . 0 -}}
{{- get $root.Values.global.httpPorts (index . 1) | default 7200 -}}
{{- end -}}

{{- define "service.urlOf" -}}
http://{{ include "service.fullnameOf" . }}:{{ include "service.httpPortOf" . }}
{{- end -}}

{{/* What the platform tells each of its services, as YAML; no secrets. */}}
{{- define "service.platformEnv" -}}
{{- $root := . -}}
{{- with .Values.ports.http }}
HTTP_PORT: {{ . | quote }}
{{- end }}
{{- with .Values.ports.grpc }}
GRPC_PORT: {{ . | quote }}
{{- end }}
{{- with .Values.ports.admin }}
ADMIN_PORT: {{ . | quote }}
{{- end }}
LOG_LEVEL: {{ .Values.global.logLevel | quote }}
NAMESPACE: {{ .Values.global.namespacePrefix | quote }}
NODE_OPTIONS: {{ .Values.nodeOptions | quote }}
{{- if .Values.global.devEndpoints }}
DEV_ENDPOINTS: "true"
{{- end }}
{{- if .Values.uses.kafka }}
KAFKA_BROKERS: {{ include "service.kafkaBrokers" . | quote }}
KAFKA_PARTITIONS: {{ .Values.global.kafka.partitions | quote }}
{{- with .Values.global.kafka }}
{{- if .tls.enabled }}
KAFKA_TLS: "true"
{{- if .tls.caSecret }}
KAFKA_CA_FILE: /etc/social-commerce/kafka/{{ .tls.caKey }}
{{- end }}
{{- end }}
{{- if .sasl.username }}
KAFKA_USERNAME: {{ .sasl.username | quote }}
KAFKA_SASL_MECHANISM: {{ .sasl.mechanism }}
{{- end }}
{{- end }}
{{- end }}
{{- if include "service.tls" . }}
TLS_CERT_FILE: /etc/social-commerce/tls/tls.crt
TLS_KEY_FILE: /etc/social-commerce/tls/tls.key
TLS_CA_FILE: /etc/social-commerce/tls/ca.crt
{{- end }}
{{- range .Values.calls.grpc }}
{{ include "service.addressVariable" . }}: dns:///{{ include "service.fullnameOf" (list $root .) }}-grpc:{{ $root.Values.global.grpcPort }}
{{- end }}
{{- range $variable, $name := .Values.urls }}
{{- if $name }}
{{ $variable }}: {{ include "service.urlOf" (list $root $name) }}
{{- end }}
{{- end }}
{{- if .Values.global.caBundle.configMap }}
NODE_EXTRA_CA_CERTS: /etc/social-commerce/ca/{{ .Values.global.caBundle.key }}
{{- end }}
{{- with .Values.global.telemetry }}
{{- if .otlpEndpoint }}
OTEL_SERVICE_NAME: {{ include "service.name" $root }}
OTEL_EXPORTER_OTLP_ENDPOINT: {{ .otlpEndpoint | quote }}
OTEL_EXPORTER_OTLP_PROTOCOL: http/json
OTEL_TRACES_SAMPLER_ARG: {{ .sampleRatio | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Not empty where KEDA must be told more of Kafka than its address. */}}
{{- define "service.kafkaSecured" -}}
{{- with .Values.global.kafka }}{{ if or .sasl.username .tls.caSecret }}yes{{ end }}{{ end -}}
{{- end -}}

{{- define "service.kafkaBrokers" -}}
{{- if .Values.global.trial.enabled -}}
{{ .Release.Name }}-kafka:9092
{{- else -}}
{{- required "global.kafka.brokers is missing: host:port of your Kafka brokers, comma-separated (or global.trial.enabled=true for small ones of its own)" (tpl .Values.global.kafka.brokers .) -}}
{{- end -}}
{{- end -}}

{{/* All plain variables as YAML: the platform's, over them the service's own. */}}
{{- define "service.plainEnv" -}}
{{- $root := . -}}
{{- $env := dict -}}
{{- if .Values.platformEnv -}}
{{- $env = include "service.platformEnv" . | fromYaml -}}
{{- end -}}
{{- range $variable, $value := .Values.env -}}
{{- if not (kindIs "invalid" $value) -}}
{{- $_ := set $env $variable (tpl (toString $value) $root) -}}
{{- end -}}
{{- end -}}
{{- toYaml $env -}}
{{- end -}}

{{/* Variable → secret of the brokers, then the service's own, as YAML. */}}
{{- define "service.secretVariables" -}}
{{- $all := dict -}}
{{- if .Values.uses.mongo }}{{ $_ := set $all "MONGO_URL" "mongo" }}{{ end -}}
{{- if .Values.uses.redis }}{{ $_ := set $all "REDIS_URL" "redis" }}{{ end -}}
{{- with .Values.global.kafka.sasl -}}
{{- if and $.Values.uses.kafka .username -}}
{{- $_ := set $all "KAFKA_PASSWORD" (ternary .passwordSecret "kafka" (ne .passwordSecret.name "")) -}}
{{- end -}}
{{- end -}}
{{- toYaml (merge (deepCopy .Values.secretEnv) $all) -}}
{{- end -}}

{{/* What `global.secrets` says of a name, `SECRET` or `SECRET#KEY`: (list . "internal" "INTERNAL_TOKEN_KEY"). */}}
{{- define "service.secretNameOf" -}}
{{- $root := index . 0 -}}
{{- $name := get $root.Values.global.secrets (index . 1) -}}
{{- if not $name -}}
{{- fail (printf "%s: the variable %s comes from the secret %q, which global.secrets does not name (it names: %s)" (include "service.name" $root) (index . 2) (index . 1) (keys $root.Values.global.secrets | sortAlpha | join ", ")) -}}
{{- end -}}
{{- tpl $name $root -}}
{{- end -}}

{{/* One variable of a Secret: (list . variable source). */}}
{{- define "service.secretEnvEntry" -}}
{{- $root := index . 0 -}}
{{- $variable := index . 1 -}}
{{- $source := index . 2 -}}
- name: {{ $variable }}
  valueFrom:
    secretKeyRef:
      {{- if kindIs "map" $source }}
      name: {{ tpl $source.name $root }}
      key: {{ $source.key | default $variable }}
      {{- else if $root.Values.global.externalSecrets.enabled }}
      name: {{ include "service.fullname" $root }}-env
      key: {{ $variable }}
      {{- else }}
      {{- $named := include "service.secretNameOf" (list $root $source $variable) | splitList "#" }}
      name: {{ first $named }}
      key: {{ ternary (last $named) $variable (gt (len $named) 1) }}
      {{- end }}
{{- end -}}

{{/* Env entries of secrets: (list . map). */}}
{{- define "service.secretEnvList" -}}
{{- $root := index . 0 -}}
{{- range $variable, $source := index . 1 }}
{{- if $source }}
{{ include "service.secretEnvEntry" (list $root $variable $source) }}
{{- end }}
{{- end }}
{{- end -}}
