{{/* Refuses what would be accepted by the API server and fail later. */}}
{{- define "service.check" -}}
{{- $name := include "service.name" . -}}
{{- $most := include "service.mostPods" . | int -}}
{{- $partitions := .Values.global.kafka.partitions | int -}}
{{- if and .Values.uses.kafka (gt $most $partitions) (eq .Values.autoscaling.morePodsThanPartitions "refuse") -}}
{{- fail (printf "%s may have %d pods, but Kafka topics have %d partitions, so that %d consumers would idle: lower the maximum, or set autoscaling.morePodsThanPartitions=allow where it scales for its calls" $name $most $partitions (sub $most $partitions)) -}}
{{- end -}}
{{- if and .Values.autoscaling.enabled (gt (int .Values.autoscaling.min) (int .Values.autoscaling.max)) -}}
{{- fail (printf "%s: autoscaling.min (%v) is above autoscaling.max (%v)" $name .Values.autoscaling.min .Values.autoscaling.max) -}}
{{- end -}}
{{- if and .Values.ingress.enabled (not .Values.ingress.hosts) -}}
{{- fail (printf "%s: ingress.hosts is empty: name the hosts, or set ingress.enabled=false" $name) -}}
{{- end -}}
{{- if and .Values.httpRoute.enabled (not .Values.httpRoute.parentRefs) -}}
{{- fail (printf "%s: httpRoute.parentRefs is empty: name the Gateway that takes the traffic, or set httpRoute.enabled=false" $name) -}}
{{- end -}}
{{- if and .Values.global.externalSecrets.enabled (not .Values.global.externalSecrets.storeRef.name) -}}
{{- fail "global.externalSecrets.storeRef.name is missing: the SecretStore that holds the secrets" -}}
{{- end -}}
{{- if and .Values.global.tls.enabled (not .Values.global.tls.issuerRef.name) -}}
{{- fail "global.tls.issuerRef.name is missing: the Issuer or ClusterIssuer of cert-manager that makes the services' certificates; it must be a CA of your own (kind CA or Vault), for whoever has a certificate of it may call" -}}
{{- end -}}
{{- if and .Values.global.kafka.tls.caSecret (not .Values.global.kafka.tls.enabled) -}}
{{- fail "global.kafka.tls.caSecret is set, but global.kafka.tls.enabled is not: set it to true, or leave the Secret away" -}}
{{- end -}}
{{- range $job, $spec := .Values.jobs -}}
{{- if $spec -}}
{{- if and (ne ($spec.enabled | toString) "false") (not (or $spec.hook $spec.schedule)) -}}
{{- fail (printf "%s: the job %q has neither `hook` nor `schedule`: say when it runs" $name $job) -}}
{{- end -}}
{{- if and $spec.hook $spec.schedule -}}
{{- fail (printf "%s: the job %q has both `hook` and `schedule`: a job has one of the two" $name $job) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "service.mostPods" -}}
{{- if .Values.autoscaling.enabled }}{{ .Values.autoscaling.max }}{{ else }}{{ .Values.replicas }}{{ end -}}
{{- end -}}
