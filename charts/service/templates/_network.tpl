{{/* Peers: the pods of services of this release, and those of their jobs: (list . names). */}}
{{- define "service.peers" -}}
{{- $root := index . 0 -}}
{{- $names := list -}}
{{- range index . 1 -}}
{{- $names = concat $names (list . (printf "%s-job" .)) -}}
{{- end -}}
- podSelector:
    matchLabels:
      app.kubernetes.io/instance: {{ $root.Release.Name }}
    matchExpressions:
      - { key: app.kubernetes.io/name, operator: In, values: [{{ $names | join ", " }}] }
{{- end -}}

{{/* One egress rule to a broker: (list . {ports, to}). */}}
{{- define "service.egressTo" -}}
{{- $place := index . 0 -}}
- ports:
    {{- range $place.ports }}
    - { port: {{ . }}, protocol: TCP }
    {{- end }}
  {{- with $place.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{/* What a service and its jobs may reach: names, brokers, the services they call. */}}
{{- define "service.egress" -}}
{{- $root := . -}}
{{- $network := .Values.global.networkPolicy -}}
- ports:
    - { port: 53, protocol: UDP }
    - { port: 53, protocol: TCP }
{{- range list "mongo" "kafka" "redis" }}
{{- if get $root.Values.uses . }}
{{ include "service.egressTo" (list (get $network .)) }}
{{- end }}
{{- end }}
{{- if and .Values.platformEnv .Values.global.telemetry.otlpEndpoint }}
{{ include "service.egressTo" (list $network.telemetry) }}
{{- end }}
{{- with .Values.calls.grpc }}
- to:
    {{- include "service.peers" (list $root .) | nindent 4 }}
  ports:
    - { port: {{ $root.Values.global.grpcPort }}, protocol: TCP }
{{- end }}
{{- range concat .Values.calls.http (values .Values.urls | compact) | uniq | sortAlpha }}
- to:
    {{- include "service.peers" (list $root (list .)) | nindent 4 }}
  ports:
    - { port: {{ include "service.httpPortOf" (list $root .) }}, protocol: TCP }
{{- end }}
{{- with .Values.networkPolicy.egress }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Who may reach a service: those it names, tests, and who reads metrics. */}}
{{- define "service.ingress" -}}
{{- $root := . -}}
{{- with .Values.callers.grpc }}
- from:
    {{- include "service.peers" (list $root .) | nindent 4 }}
  ports:
    - { port: grpc, protocol: TCP }
{{- end }}
{{- if .Values.public }}
- ports:
    - { port: http, protocol: TCP }
{{- else if .Values.callers.http }}
- from:
    {{- include "service.peers" (list $root .Values.callers.http) | nindent 4 }}
  ports:
    - { port: http, protocol: TCP }
{{- end }}
- from:
    - podSelector:
        matchLabels:
          {{- include "service.selector" (list . (printf "%s-test" (include "service.name" .))) | nindent 10 }}
    {{- with .Values.global.networkPolicy.metricsFrom }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  ports:
    - { port: {{ include "service.probePort" . }}, protocol: TCP }
{{- with .Values.networkPolicy.ingress }}
{{ toYaml . }}
{{- end }}
{{- end -}}
