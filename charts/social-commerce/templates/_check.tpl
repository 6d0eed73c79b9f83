{{/* Whether the map fits together: who calls is expected by whom it calls, and there. */}}
{{- define "social-commerce.check" -}}
{{- $root := . -}}
{{- $names := include "social-commerce.services" . | splitList " " -}}
{{- if not .Values.global.publicUrl -}}
{{- fail "global.publicUrl is missing: the address at which the public reaches the gateway, such as https://shop.example.com" -}}
{{- end -}}
{{- range $caller := $names -}}
{{- $from := get $root.Values $caller -}}
{{- if $from.enabled -}}
{{- range $kind := list "grpc" "http" -}}
{{- range $callee := concat (get ($from.calls | default dict) $kind | default list) (ternary (values ($from.urls | default dict) | compact) list (eq $kind "http")) | uniq -}}
{{- $to := get $root.Values $callee -}}
{{- if or (not $to) (not (has $callee $names)) -}}
{{- fail (printf "%s calls %s, which is no service of this chart" $caller $callee) -}}
{{- end -}}
{{- if not $to.enabled -}}
{{- fail (printf "%s calls %s, which is off: set %s.enabled=true, or take it from the calls and urls of %s" $caller $callee $callee $caller) -}}
{{- end -}}
{{- if not (or (has $caller (get ($to.callers | default dict) $kind | default list)) (and $to.public (eq $kind "http"))) -}}
{{- fail (printf "%s calls %s, which lets it not in: add %s to %s.callers.%s" $caller $callee $caller $callee $kind) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
