{{/* Not empty where the Prometheus operator is, or where the values say so. */}}
{{- define "service.monitored" -}}
{{- $how := .Values.monitoring.enabled -}}
{{- if and .Values.workload (or (eq $how "always") (and (eq $how "auto") (.Capabilities.APIVersions.Has "monitoring.coreos.com/v1"))) -}}
yes
{{- end -}}
{{- end -}}
