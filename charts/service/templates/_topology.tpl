{{/* Spread over zones, then over hosts; the pods of each rollout by themselves. */}}
{{- define "service.topologySpread" -}}
{{- $root := . -}}
{{- $spread := .Values.global.topologySpread -}}
{{- range $key, $otherwise := dict "topology.kubernetes.io/zone" $spread.zone "kubernetes.io/hostname" $spread.host }}
- maxSkew: 1
  topologyKey: {{ $key }}
  whenUnsatisfiable: {{ $otherwise }}
  matchLabelKeys: [pod-template-hash]
  labelSelector:
    matchLabels:
      {{- include "service.selector" (list $root (include "service.name" $root)) | nindent 6 }}
{{- end }}
{{- end -}}
