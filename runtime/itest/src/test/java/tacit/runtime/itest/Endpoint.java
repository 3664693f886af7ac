package tacit.runtime.itest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One method of one path, as the host describes itself.
 *
 * @param role the least role that may call it; empty for everybody
 * @param json whether it takes a JSON body
 */
record Endpoint(String method, String path, String role, boolean json) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** All of a document of OpenAPI, in its order, without the pages of Mission Control, which are not asked with tokens. */
    static List<Endpoint> all(String openapi) throws IOException {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                new ObjectMapper().readTree(openapi).path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                boolean page = path.getKey().equals("/") || path.getKey().startsWith("/mission");
                if (METHODS.contains(method.getKey()) && !page) {
                    endpoints.add(of(path.getKey(), method.getKey(), method.getValue()));
                }
            }
        }
        return endpoints;
    }

    private static Endpoint of(String path, String method, JsonNode operation) {
        return new Endpoint(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("x-tacit-role").asText("none").replace("none", ""),
                operation.path("requestBody").path("content").has("application/json"));
    }

    /** Whether the path names one thing. */
    boolean named() {
        return path.contains("{");
    }

    /** With something in place of each name in braces. */
    String at(String id) {
        return path.replaceAll("\\{[^}]+}", id);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
