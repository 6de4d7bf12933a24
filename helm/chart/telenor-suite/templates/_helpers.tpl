{{- define "suite.labels" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/part-of: {{ .root.Chart.Name }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "suite.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "suite.image" -}}
{{- $image := .root.Values.image -}}
{{ printf "%s/%s/%s:%s" $image.registry $image.repository .name (default .root.Chart.AppVersion $image.tag) }}
{{- end }}

{{- define "suite.jdbc" -}}
{{ printf "jdbc:postgresql://%s:%v/%s?%s" .cluster.host .cluster.port .database .parameters }}
{{- end }}

{{/* Not empty for the service that the register brings answers to. */}}
{{- define "suite.callback" -}}
{{- if and .root.Values.regixCallback.enabled (eq .name "identity-service") }}yes{{ end -}}
{{- end }}

{{/* What every service is told, as a map of environment names and values. */}}
{{- define "suite.settings" -}}
{{- $values := .root.Values -}}
{{- $databases := $values.databases -}}
QUARKUS_PROFILE: {{ $values.profile | quote }}
QUARKUS_HTTP_HOST: "0.0.0.0"
QUARKUS_HTTP_PORT: "8080"
SUITE_DB_URL: {{ include "suite.jdbc" (dict "cluster" $databases.data "database" .service.database "parameters" $databases.parameters) | quote }}
SUITE_KEYS_DB_URL: {{ include "suite.jdbc" (dict "cluster" $databases.keys "database" (printf "%s_keys" .service.database) "parameters" $databases.parameters) | quote }}
KAFKA_BOOTSTRAP_SERVERS: {{ $values.kafka.bootstrapServers | quote }}
OIDC_URL: {{ $values.oidc.url | quote }}
SUITE_KEYS_DIR: /etc/suite/keys
SUITE_TLS_DIR: /etc/suite/tls
REGIX_URL: {{ $values.counterparts.regix | quote }}
OPERATOR_A1_URL: {{ $values.counterparts.operators.a1 | quote }}
OPERATOR_VIVACOM_URL: {{ $values.counterparts.operators.vivacom | quote }}
{{- if include "suite.callback" . }}
SUITE_REGIX_CALLBACK_URL: {{ $values.regixCallback.url | quote }}
SUITE_REGIX_CALLBACK_PORT: {{ $values.regixCallback.port | quote }}
{{- range $i, $client := $values.regixCallback.clients }}
SUITE_REGIX_CALLBACK_CLIENTS_{{ $i }}_: {{ $client | quote }}
{{- end }}
{{- end }}
{{- end }}
