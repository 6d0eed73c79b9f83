{{/* The layout of values that this chart reads. */}}
{{- define "social-commerce.valuesVersion" -}}1{{- end -}}

{{/* Keys of earlier layouts, `old: new`; UPGRADING.md tells of each. They stay in the schema, so that this is what is said. */}}
{{- define "social-commerce.renamedKeys" -}}
{}
{{- end -}}

{{- define "social-commerce.checkVersion" -}}
{{- $root := . -}}
{{- range $old, $new := include "social-commerce.renamedKeys" . | fromYaml -}}
{{- $at := $root.Values -}}
{{- range splitList "." $old -}}
{{- $at = ternary (get (ternary $at dict (kindIs "map" $at)) .) nil (kindIs "map" $at) -}}
{{- end -}}
{{- if not (kindIs "invalid" $at) -}}
{{- if ne (toString $at) "" -}}
{{- fail (printf "your values are of an earlier layout: %s is %s now. Move it, set global.valuesVersion=%s, and see charts/social-commerce/UPGRADING.md" $old $new (include "social-commerce.valuesVersion" $root)) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $is := .Values.global.valuesVersion | int -}}
{{- $wanted := include "social-commerce.valuesVersion" . | int -}}
{{- if lt $is $wanted -}}
{{- fail (printf "your values have the layout %d, this chart reads %d: charts/social-commerce/UPGRADING.md says what to change from %d to %d; then set global.valuesVersion=%d" $is $wanted $is $wanted $wanted) -}}
{{- end -}}
{{- if gt $is $wanted -}}
{{- fail (printf "your values have the layout %d, this chart is older and reads %d: take the chart that your values were written for" $is $wanted) -}}
{{- end -}}
{{- end -}}
