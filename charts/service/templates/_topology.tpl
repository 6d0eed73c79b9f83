{{/* Spread over zones, then over hosts; the pods of each rollout by themselves. A zone whose
nodes are all drained or lost does not count: its pods could otherwise be nowhere. */}}
{{- define "service.topologySpread" -}}
{{- $root := . -}}
{{- $spread := .Values.global.topologySpread -}}
{{- range $key, $otherwise := dict "topology.kubernetes.io/zone" $spread.zone "kubernetes.io/hostname" $spread.host }}
- maxSkew: 1
  topologyKey: {{ $key }}
  whenUnsatisfiable: {{ $otherwise }}
  matchLabelKeys: [pod-template-hash]
  nodeTaintsPolicy: Honor
  labelSelector:
    matchLabels:
      {{- include "service.selector" (list $root (include "service.name" $root)) | nindent 6 }}
{{- end }}
{{- end -}}
