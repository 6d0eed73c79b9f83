{{/* Where providers and carriers reach the gateway; also called by the services' own env templates. */}}
{{- define "social-commerce.callbackUrl" -}}
{{- tpl .Values.global.callbackUrl . | default .Values.global.publicUrl -}}
{{- end -}}

{{/* Services of the map: what has a Deployment. */}}
{{- define "social-commerce.services" -}}
gateway identity catalog orders payments group-buy media sandbox-pay sandbox-carrier
{{- end -}}

{{- define "social-commerce.labels" -}}
app.kubernetes.io/name: {{ index . 1 }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 2 }}
app.kubernetes.io/part-of: {{ (index . 0).Values.global.partOf }}
app.kubernetes.io/managed-by: {{ (index . 0).Release.Service }}
{{- end -}}
