package tacit.surface.agents.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.surface.agents.text.JsonText;

/** Plans what an agent needs in its settings. Changes nothing. */
final class ConnectionPlan {

    /** Longer than the program ever takes; the agent's last resort. */
    private static final int SECONDS = 5;

    private final Options options;
    private final Manifest manifest;
    private final HookScript script;
    private final int otlpPort;

    ConnectionPlan(Options options, Manifest manifest, HookScript script, int otlpPort) {
        this.options = options;
        this.manifest = manifest;
        this.script = script;
        this.otlpPort = otlpPort;
    }

    /**
     * The files and what happens to each.
     *
     * @param user whose runs these are
     * @param token what exporters must show; null where the host asks for none
     * @throws IllegalStateException where a file cannot be changed, with place and reason
     */
    List<FileChange> changes(String user, @Nullable String token) {
        return options.agent() == Agent.CLAUDE_CODE ? List.of(claude(token)) : codex(user, token);
    }

    private FileChange claude(@Nullable String token) {
        Path path = options.folder().resolve("settings.json");
        Optional<Place> known = known(path);
        FilePlan plan = new FilePlan(path);
        Telemetry telemetry = new Telemetry(otlpPort, token);
        return plan.add(known, text -> {
            JsonNode own = JsonText.of(plan.base(known)).node();
            JsonNode env = own.path(HookSettings.ENV);
            List<String> notes = new ArrayList<>();
            if (own.path("disableAllHooks").asBoolean(false)) {
                notes.add("disableAllHooks is set: Claude Code calls no hook");
            }
            List<String> elsewhere = options.replaces() ? List.of() : telemetry.elsewhere(env);
            if (!elsewhere.isEmpty()) {
                notes.add("Telemetry goes elsewhere already (" + String.join(", ", elsewhere)
                        + ") and stays: the hooks alone tell Tacit; --replace-telemetry changes that");
            }
            return HookSettings.with(text, hooks(), elsewhere.isEmpty() ? telemetry.variables(env) : Map.of(), notes);
        });
    }

    private List<FileChange> codex(String user, @Nullable String token) {
        List<FileChange> changes = new ArrayList<>();
        if (options.project() == null) {
            Path config = options.folder().resolve("config.toml");
            String program = script.file().toAbsolutePath().toString();
            CodexConfig block = new CodexConfig(program, otlpPort, user, token);
            changes.add(new FilePlan(config).add(known(config), block::with));
        }
        Path hooks = options.folder().resolve("hooks.json");
        changes.add(
                new FilePlan(hooks).add(known(hooks), text -> HookSettings.with(text, hooks(), Map.of(), List.of())));
        return changes;
    }

    private Optional<Place> known(Path path) {
        return manifest.place(path.toString());
    }

    private List<HookEntry> hooks() {
        return options.agent().events().stream()
                .map(event -> new HookEntry(event, entry(event)))
                .toList();
    }

    private JsonNode entry(String event) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        if (event.contains("ToolUse")) {
            entry.put("matcher", "*");
        }
        ArrayNode list = entry.putArray(HookSettings.HOOKS);
        list.addObject()
                .put("type", "command")
                .put("command", script.command(options.agent()))
                .put("timeout", SECONDS);
        return entry;
    }
}
