package tacit.evidence.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tacit.api.harness.Calls;

/** The roles that the manifest of the API declares, and the questions that come with them. */
final class DeclaredRoles {

    /** A role's family and its interface. */
    record DeclaredRole(String name, Class<?> type) {}

    /** A question as it is shipped. */
    record Probe(String method, String inputs) {}

    private static final Pattern CAPABILITY =
            Pattern.compile("tacit\\.role;[^,]*?role=\"?([a-z0-9-]+)\"?;type=\"([\\w.]+)\"");

    private DeclaredRoles() {}

    static List<DeclaredRole> all() throws IOException {
        String self = Calls.class.getName().replace('.', '/') + ".class";
        String url = String.valueOf(Calls.class.getClassLoader().getResource(self));
        try (InputStream in = new URL(url.replace(self, "META-INF/MANIFEST.MF")).openStream()) {
            String capabilities = new Manifest(in).getMainAttributes().getValue("Provide-Capability");
            return CAPABILITY
                    .matcher(capabilities)
                    .results()
                    .map(DeclaredRoles::role)
                    .toList();
        }
    }

    private static DeclaredRole role(MatchResult match) {
        try {
            return new DeclaredRole(match.group(1), Class.forName(match.group(2)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The questions of a role; empty when it has none. */
    static List<Probe> probes(String role) throws IOException {
        List<Probe> probes = new ArrayList<>();
        try (InputStream in = Calls.class.getResourceAsStream("/tacit/probes/" + role + ".json")) {
            if (in != null) {
                for (JsonNode probe : new ObjectMapper().readTree(in)) {
                    probes.add(new Probe(
                            probe.get("method").asText(), probe.get("inputs").toString()));
                }
            }
        }
        return probes;
    }
}
