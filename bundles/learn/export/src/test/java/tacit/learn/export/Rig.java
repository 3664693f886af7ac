package tacit.learn.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.command.Console;
import tacit.api.pulse.CoreSetting;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceUpdate;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.evidence.trace.TraceTexts;
import tacit.learn.guards.TraceHistories;
import tacit.pulse.profiles.SqlScopedSettings;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

/** The verb over real stores, and what it wrote. */
final class Rig {

    static final String WORKSPACE = "w1";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final MovingClock clock = new MovingClock();
    private final ObjectMapper mapper = new ObjectMapper();
    final ListAuditLog audit = new ListAuditLog();
    final SqlTraceStore traces;
    final TraceTexts texts;
    final SqlScopedSettings settings;
    final Path folder;

    Rig(Database database, Path folder) {
        this.folder = folder;
        traces = new SqlTraceStore(database);
        texts = new TraceTexts(database, traces);
        settings = new SqlScopedSettings(database, audit, new PatternRedactor(), clock);
    }

    void allow(@Nullable String user, boolean allowed) {
        settings.set(
                user == null ? SettingScope.WORKSPACE : SettingScope.USER,
                user == null ? WORKSPACE : ScopedSettings.userId(WORKSPACE, user),
                CoreSetting.EXPORT_TRAINING.key(),
                String.valueOf(allowed),
                "ada",
                "asked");
    }

    int export(String... arguments) {
        out.reset();
        err.reset();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--workspace", WORKSPACE));
        ExportCommand command =
                new ExportCommand(traces, new TraceHistories(), settings, new PatternRedactor(), audit, clock);
        return command.run(all, new Console(print(out), print(err), false, 100, folder));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<JsonNode> written(String name) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(name))) {
            lines.add(mapper.readTree(line));
        }
        return lines;
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** A run of a user that was graded. */
    static TraceBuilder run(String id, @Nullable String user, OutcomeLabel label) {
        return Trace.builder(id)
                .workspaceId(WORKSPACE)
                .userId(user)
                .agent("clerk")
                .taskKey("count-hens")
                .outcome(Outcome.graded(label, label == OutcomeLabel.SUCCESS ? 1 : 0, OutcomeSource.GRADER));
    }

    void keep(TraceBuilder run, Span... spans) {
        Trace trace = run.build();
        traces.append(Scope.ofWorkspace(WORKSPACE), List.of(TraceUpdate.of(trace, List.of(spans))));
    }

    /** A question, a call and an answer. */
    void told(TraceBuilder run, String question, String answer) {
        keep(run, said(1, question, "I look"), called(2, "{\"coop\":\"north\"}", "{\"hens\":7}"), said(3, "", answer));
    }

    static Span said(int at, String user, String agent) {
        return Span.builder("s" + at, Operation.CHAT, "chat")
                .position(at)
                .input(messages("user", user))
                .output(messages("assistant", agent))
                .build();
    }

    static Span called(int at, String arguments, String result) {
        return Span.builder("s" + at, Operation.EXECUTE_TOOL, "count")
                .position(at)
                .attribute(Attribute.TOOL_NAME, "count")
                .input(arguments)
                .output(result)
                .build();
    }

    private static String messages(String role, String text) {
        String content = new ObjectMapper().getNodeFactory().textNode(text).toString();
        return "[{\"role\":\"" + role + "\",\"parts\":[{\"type\":\"text\",\"content\":" + content + "}]}]";
    }
}
