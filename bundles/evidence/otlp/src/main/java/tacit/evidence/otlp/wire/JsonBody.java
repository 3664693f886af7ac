package tacit.evidence.otlp.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** Walks the envelope of an OTLP JSON request; a break in the envelope refuses the request. */
final class JsonBody {

    private JsonBody() {}

    /** Takes the content of one scope. */
    interface ScopeReader {

        void read(Emitter emitter, JsonNode scope, String position);
    }

    static void eachScope(JsonNode request, String resources, String scopes, ScopeReader reader) {
        if (!request.isObject()) {
            throw new UndecodableException("$", "Request must be an object, got " + JsonFields.kind(request));
        }
        JsonNode list = list(request, resources, "$");
        for (int i = 0; i < list.size(); i++) {
            String place = resources + "[" + i + "]";
            JsonNode inner = list(list.get(i), scopes, place);
            for (int j = 0; j < inner.size(); j++) {
                String position = place + "." + scopes + "[" + j + "]";
                reader.read(emitter(list.get(i), inner.get(j), position), inner.get(j), position);
            }
        }
    }

    /** The array of that name; empty when it is absent. */
    static JsonNode list(JsonNode node, String name, String position) {
        try {
            return JsonFields.array(JsonFields.object("element", node), name);
        } catch (BadItemException e) {
            throw new UndecodableException(position, String.valueOf(e.getMessage()));
        }
    }

    private static Emitter emitter(JsonNode resourceItem, JsonNode scopeItem, String position) {
        try {
            JsonNode resource = JsonFields.object(resourceItem, "resource");
            JsonNode scope = JsonFields.object(scopeItem, "scope");
            return new Emitter(JsonAnyValues.attributes(resource), JsonFields.text(scope, "name"));
        } catch (BadItemException e) {
            throw new UndecodableException(position, String.valueOf(e.getMessage()));
        }
    }
}
