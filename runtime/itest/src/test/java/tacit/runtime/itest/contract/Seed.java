package tacit.runtime.itest.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.recall.SearchDocument;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;

/** What is there before a role is asked: runs, files and documents. */
final class Seed {

    static final String FAILED = "probe-failing";
    static final String GOOD = "probe-good";

    private static final Map<String, String> FILES = Map.of(
            ".cowork/RULES.md",
            "# Rules\n\n- Ask before paying\n- Never deploy on a Friday\n",
            ".cowork/USER.md",
            "# User\n\nName: Ada\nHome: Lisbon\n",
            ".cowork/memory/2026-01-05.md",
            "# 2026-01-05\n\n## Open Loops\n\n- The copper bay ferry is not booked\n",
            ".cowork/memory/transcripts/spans/probe-run.jsonl",
            "{\"type\":\"user_message\",\"timestamp\":1767600000000,\"taskId\":\"probe-run\",\"eventId\":\"e1\",\"seq\":1,"
                    + "\"payload\":{\"text\":\"Which ferry leaves copper bay at nine?\"}}\n",
            "ARCHITECTURE.md",
            "# Architecture\n\nThe checkout service keeps its orders in PostgreSQL.\n",
            "docs/notes.md",
            "# Notes\n\nThe copper bay ferry leaves at nine.\n");

    private Seed() {}

    static Path folder(Path folder) throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder.toRealPath();
    }

    static void runs(TraceStore traces, String workspace) {
        Scope scope = Scope.ofWorkspace(workspace);
        traces.append(
                scope,
                List.of(
                        run(
                                FAILED,
                                OutcomeLabel.FAILURE,
                                "Never deploy on a Friday. Remember that invoices go to Mara."),
                        run(GOOD, OutcomeLabel.SUCCESS, "Deploy the checkout service, I prefer short answers.")));
    }

    private static TraceUpdate run(String id, OutcomeLabel label, String words) {
        Span said = Span.builder("s1", Operation.CHAT, "chat")
                .startedAt(RealStores.BEGIN)
                .input("[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"" + words + "\"}]}]")
                .output("[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"The checkout service uses"
                        + " PostgreSQL.\"}]}]")
                .build();
        Span called = Span.builder("s2", Operation.EXECUTE_TOOL, "execute_tool deploy")
                .attribute(Attribute.TOOL_NAME, "deploy")
                .startedAt(RealStores.BEGIN.plusSeconds(5))
                .input("{\"service\":\"checkout\"}")
                .status(label == OutcomeLabel.FAILURE ? SpanStatus.ERROR : SpanStatus.OK)
                .statusMessage(label == OutcomeLabel.FAILURE ? "HTTP 429: too many requests" : null)
                .build();
        Trace trace = Trace.builder(id)
                .userId("ada")
                .taskKey("Deploy the checkout service")
                .startedAt(RealStores.BEGIN)
                .endedAt(RealStores.BEGIN.plusSeconds(9))
                .outcome(Outcome.of(label, OutcomeSource.GRADER))
                .build();
        return TraceUpdate.of(trace, List.of(said, called));
    }

    static List<SearchDocument> documents(String workspace) {
        return List.of(
                document(workspace, "message:probe-run/1", "Which ferry leaves copper bay at nine?"),
                document(workspace, "message:probe-run/2", "The copper bay ferry, from the north pier."));
    }

    private static SearchDocument document(String workspace, String id, String text) {
        return new SearchDocument(
                id,
                "message",
                workspace,
                null,
                "probe-run",
                id.endsWith("1") ? 0 : 1,
                RealStores.BEGIN,
                "user",
                "",
                text,
                Visibility.SHARED,
                TrustLane.STATEMENT,
                new TreeMap<>(Map.of("task", "probe-run")));
    }
}
