package tacit.pulse.approvals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.autonomy.PermissionRule.Scope;
import tacit.api.autonomy.PermissionRule.Source;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;

/** The rules of a workspace as they stand in its folder: its own are read, those of the inbox are shown there. Thread-safe. */
final class PolicyFile {

    static final String PATH = ".cowork/policy/permissions.json";

    private static final Logger log = LoggerFactory.getLogger(PolicyFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHOWN = Source.WORKSPACE_DB.name().toLowerCase(Locale.ROOT);
    private static final int MOST_BYTES = 256 * 1024;
    private static final int MOST_RULES = 500;

    private final WorkspaceFiles files;
    private final boolean allows;

    /**
     * Reads and writes the files of workspaces.
     *
     * @param allows whether a rule there may allow something; what runs in a workspace could write it
     */
    PolicyFile(WorkspaceFiles files, boolean allows) {
        this.files = files;
        this.allows = allows;
    }

    /** The rules that somebody wrote there; what can not be read says nothing. */
    List<PermissionRule> rules(String workspaceId) {
        List<PermissionRule> rules = new ArrayList<>();
        for (JsonNode node : read(workspaceId).map(PolicyFile::nodes).orElse(List.of())) {
            rule(node, rules.size())
                    .filter(rule -> allows || rule.effect() != PermissionEffect.ALLOW)
                    .ifPresent(rules::add);
        }
        return rules.size() > MOST_RULES ? rules.subList(0, MOST_RULES) : rules;
    }

    private Optional<WorkspaceFile> read(String workspaceId) {
        try {
            return files.read(workspaceId, PATH, MOST_BYTES);
        } catch (RuntimeException e) {
            log.warn("Cannot read the rules in the folder of workspace '{}'", workspaceId, e);
            return Optional.empty();
        }
    }

    private static List<JsonNode> nodes(WorkspaceFile file) {
        try {
            JsonNode rules = file.whole() ? JSON.readTree(file.text()).path("rules") : JSON.createArrayNode();
            return rules.valueStream()
                    .filter(node -> !SHOWN.equals(node.path("source").asText()))
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private static Optional<PermissionRule> rule(JsonNode node, int place) {
        try {
            JsonNode tool = node.path("tool");
            return Optional.of(new PermissionRule(
                    node.path("id").asText("manifest-" + place),
                    PermissionEffect.valueOf(word(node, "effect")),
                    Scope.valueOf(word(node, "scope")),
                    node.path("pattern").asText(),
                    tool.isTextual() ? tool.textValue() : null,
                    Source.WORKSPACE_MANIFEST));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String word(JsonNode node, String name) {
        return node.path(name).asText().toUpperCase(Locale.ROOT);
    }

    /** Shows the rules of the inbox there, beside what somebody wrote; false when the file can not be written now. */
    boolean show(String workspaceId, List<PermissionRule> rules) {
        if (files.folder(workspaceId).isEmpty()) {
            return true;
        }
        Optional<WorkspaceFile> there = read(workspaceId);
        if (there.isPresent() && !isReadable(there.get())) {
            log.warn("Cannot show rules in the folder of workspace '{}': its file is no JSON", workspaceId);
            return false;
        }
        ObjectNode shown = JSON.createObjectNode().put("version", 1);
        ArrayNode all = shown.putArray("rules");
        there.map(PolicyFile::nodes).orElse(List.of()).forEach(all::add);
        rules.forEach(rule -> all.add(node(rule)));
        try {
            String hash = there.map(WorkspaceFile::sha256).orElse(null);
            return files.replace(workspaceId, PATH, hash, shown.toPrettyString() + "\n");
        } catch (RuntimeException e) {
            log.warn("Cannot show rules in the folder of workspace '{}'", workspaceId, e);
            return false;
        }
    }

    private static boolean isReadable(WorkspaceFile file) {
        try {
            return file.whole() && JSON.readTree(file.text()).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static ObjectNode node(PermissionRule rule) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", rule.id())
                .put("effect", rule.effect().name().toLowerCase(Locale.ROOT))
                .put("scope", rule.scope().name().toLowerCase(Locale.ROOT))
                .put("pattern", rule.pattern());
        if (rule.tool() != null) {
            node.put("tool", rule.tool());
        }
        return node.put("source", SHOWN);
    }
}
