package tacit.surface.agents.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.surface.agents.text.TomlText;

/**
 * The block of ours in the {@code config.toml} of Codex. Immutable.
 *
 * @param script the program that Codex tells of its turns
 * @param otlpPort where its log events go
 * @param user whose runs they tell of: hooks have that user's token, and what both tell must be one trace
 * @param token what exporters must show; null where the host asks for none
 */
record CodexConfig(
        String script, int otlpPort, String user, @Nullable String token) {

    /**
     * The text with the block.
     *
     * @throws IllegalArgumentException where the text is no TOML, or has telemetry of its own
     */
    Edited with(String text) {
        TomlText own = TomlText.of(text).withoutBlock();
        if (own.node().has("otel")) {
            throw new IllegalArgumentException(
                    "it has settings for [otel] of its own, so nothing is changed: take them out, or point them to "
                            + endpoint() + " yourself (docs/quickstart-codex.md)");
        }
        List<String> notes = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        if (own.node().has("notify")) {
            notes.add("notify is set already and stays: Tacit does not hear what Codex answers");
        } else {
            lines.add("notify = [" + TomlText.quoted(script) + ", \"codex\", \"notify\"]");
        }
        lines.add("otel.log_user_prompt = true");
        lines.add("otel.exporter = { otlp-http = { endpoint = " + TomlText.quoted(endpoint())
                + ", protocol = \"binary\"" + headers() + " } }");
        if (own.node().path("hooks").isObject()) {
            notes.add("config.toml has [hooks] of its own: Codex reads hooks.json too, and says so at its start");
        }
        JsonNode features = own.node().path("features");
        if (!features.path("hooks").asBoolean(true)
                || !features.path("codex_hooks").asBoolean(true)) {
            notes.add("[features] switches hooks off: no prompt gets its context");
        }
        TomlText edited = own.with(lines);
        return new Edited(edited.toString(), Written.block(edited.written(lines)), notes);
    }

    /** The text without the block, where the block is still as we wrote it. */
    static Edited without(String text, String block) {
        TomlText toml = TomlText.of(text);
        String known = toml.block();
        if (known == null) {
            return new Edited(text, Written.NOTHING, List.of());
        }
        if (!known.equals(block)) {
            return new Edited(
                    text, Written.NOTHING, List.of("The block of Tacit was changed since; it is left as it is"));
        }
        return new Edited(toml.withoutBlock().toString(), Written.NOTHING, List.of());
    }

    private String endpoint() {
        return "http://127.0.0.1:" + otlpPort + "/v1/logs";
    }

    private String headers() {
        String shown = token == null ? "" : ", Authorization = " + TomlText.quoted("Bearer " + token);
        return ", headers = { X-Tacit-User = " + TomlText.quoted(user) + shown + " }";
    }
}
