package tacit.learn.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tacit.api.trace.OutcomeLabel.FAILURE;
import static tacit.api.trace.OutcomeLabel.SUCCESS;
import static tacit.learn.export.Rig.called;
import static tacit.learn.export.Rig.run;
import static tacit.learn.export.Rig.said;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AuditEntry;
import tacit.api.command.Command;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeSource;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ExportCommandTest {

    private static final String KEY = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open(Database database) {
        rig = new Rig(database, folder);
    }

    private JsonNode only(String name) throws IOException {
        List<JsonNode> lines = rig.written(name);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void writesARunThatWentWellAsAConversation() throws IOException {
        rig.allow("ann", true);
        rig.told(run("t1", "ann", SUCCESS).harnessGeneration("3"), "How many hens?", "Seven");

        assertThat(rig.export("--sft", "out.jsonl")).as(rig.err()).isEqualTo(Command.OK);

        JsonNode line = only("out.jsonl");
        assertThat(line.get("messages"))
                .extracting(message -> message.get("role").asText())
                .containsExactly("user", "assistant", "assistant", "tool", "assistant");
        assertThat(line.at("/messages/0/content").asText()).isEqualTo("How many hens?");
        assertThat(line.at("/messages/2/tool_calls/0/function/name").asText()).isEqualTo("count");
        assertThat(line.at("/messages/2/tool_calls/0/function/arguments").asText())
                .isEqualTo("{\"coop\":\"north\"}");
        assertThat(line.at("/messages/3/tool_call_id").asText())
                .isEqualTo(line.at("/messages/2/tool_calls/0/id").asText());
        assertThat(line.at("/messages/4/content").asText()).isEqualTo("Seven");
        assertThat(line.get("metadata").toString())
                .isEqualTo("{\"trace\":\"t1\",\"task\":\"count-hens\",\"agent\":\"clerk\",\"generation\":\"3\","
                        + "\"outcome\":{\"label\":\"success\",\"source\":\"grader\",\"score\":1.0},\"redactions\":0}");
        assertThat(rig.out()).startsWith("Wrote 1 conversations of 1 runs to");
    }

    @Test
    void writesNothingOfUsersWhoDidNotAllowIt() throws IOException {
        rig.told(run("t1", "ann", SUCCESS), "How many hens?", "Seven");

        assertThat(rig.export("--sft", "out.jsonl")).isEqualTo(Command.FAILED);
        assertThat(rig.err())
                .contains("Cannot export runs of workspace 'w1': 1 of 1 are of users who did not allow it")
                .contains("export.training");
        assertThat(files()).isEmpty();

        rig.allow(null, true);
        rig.allow("ann", false);
        rig.told(run("t2", "bob", SUCCESS), "How many hens in the north?", "Seven");
        assertThat(rig.export("--sft", "out.jsonl")).isEqualTo(Command.OK);
        assertThat(only("out.jsonl").at("/metadata/trace").asText()).isEqualTo("t2");
        assertThat(rig.out()).contains("Left out: 1 are of users who did not allow it");
    }

    @Test
    void needsTheWorkspaceForWhatAGroupSaw() throws IOException {
        rig.allow("ann", true);
        rig.told(run("t1", "ann", SUCCESS).attribute(Attribute.AUDIENCE, "group"), "How many hens?", "Seven");

        assertThat(rig.export("--sft", "out.jsonl")).isEqualTo(Command.FAILED);
        assertThat(rig.err()).contains("1 were seen by a group");

        rig.allow(null, true);
        assertThat(rig.export("--sft", "out.jsonl")).isEqualTo(Command.OK);
    }

    @Test
    void takesOutSecretsAndWhatTacitPutThere() throws IOException {
        rig.allow("ann", true);
        String asked = "<cowork_structured_memory>\nAnn likes ducks\n</cowork_structured_memory>\nUse " + KEY;
        rig.keep(
                run("t1", "ann", SUCCESS),
                said(1, asked, "I do"),
                said(2, "Ann likes ducks", "Yes").toBuilder()
                        .attribute(Attribute.INJECTED, true)
                        .build(),
                called(3, "{\"key\":\"" + KEY + "\"}", "done with " + KEY));

        assertThat(rig.export("--sft", "out.jsonl")).as(rig.err()).isEqualTo(Command.OK);

        String line = only("out.jsonl").toString();
        assertThat(line).doesNotContain(KEY).doesNotContain("ducks").doesNotContain("cowork");
        assertThat(line).contains("\"content\":\"Use ");
        assertThat(rig.out()).contains("secrets were replaced");
    }

    @Test
    void writesNothingOfWhichATextWasDeleted() {
        rig.allow(null, true);
        rig.told(run("t1", "ann", SUCCESS), "My hens are called Berta and Frieda", "Nice names");
        rig.texts.forget(Scope.ofWorkspace("w1"), List.of(), List.of("My hens are called Berta and Frieda"));
        rig.texts.forget(Scope.ofWorkspace("w1"), List.of("t1/s1"), List.of());

        assertThat(rig.export("--sft", "out.jsonl")).isEqualTo(Command.FAILED);
        assertThat(rig.err()).contains("hold a text that was deleted");
    }

    @Test
    void writesTheSameOnce() throws IOException {
        rig.allow(null, true);
        rig.told(run("t1", "ann", SUCCESS), "How many hens?", "Seven");
        rig.told(run("t2", "bob", SUCCESS), "How many hens?", "Seven");

        rig.export("--sft", "out.jsonl");

        assertThat(rig.written("out.jsonl")).hasSize(1);
        assertThat(rig.out()).contains("Left out: 1 say the same as an example before them");
    }

    @Test
    void leavesOutRunsThatTeachNothing() throws IOException {
        rig.allow(null, true);
        rig.told(run("bad", "ann", FAILURE), "How many geese?", "None");
        rig.told(run("own", "ann", SUCCESS).attribute(Attribute.OWN_RUN, true), "How many ducks?", "One");
        rig.told(run("context", "ann", SUCCESS).attribute(Attribute.INJECTED, true), "How many cows?", "One");
        rig.keep(run("silent", "ann", SUCCESS), called(1, "{}", "7"));
        rig.told(
                run("claimed", "ann", SUCCESS).outcome(Outcome.graded(SUCCESS, 1, OutcomeSource.AGENT)),
                "How many cats?",
                "Two");
        rig.told(
                run("weak", "ann", SUCCESS).outcome(Outcome.graded(SUCCESS, 0.4, OutcomeSource.GRADER)),
                "How many dogs?",
                "Two");
        rig.told(run("good", "ann", SUCCESS), "How many hens?", "Seven");

        rig.export("--sft", "out.jsonl", "--min-score", "0.5", "--json");

        assertThat(only("out.jsonl").at("/metadata/trace").asText()).isEqualTo("good");
        assertThat(rig.out())
                .contains("\"runs\":7,\"written\":1")
                .contains("\"leftOut\":{\"own_run\":1,\"injected\":1,\"outcome\":1,\"weak_source\":1,\"low_score\":1,"
                        + "\"nothing_said\":1}");
        rig.export("--sft", "out.jsonl", "--min-source", "agent");
        assertThat(rig.written("out.jsonl")).hasSize(3);
    }

    @Test
    void pairsRunsOfATaskFromWhereTheyPart() throws IOException {
        rig.allow("ann", true);
        rig.told(run("good", "ann", SUCCESS), "How many hens?", "Seven");
        rig.told(run("bad", "ann", FAILURE), "How many hens?", "Nine");

        assertThat(rig.export("--preference", "pairs.jsonl")).as(rig.err()).isEqualTo(Command.OK);

        JsonNode line = only("pairs.jsonl");
        assertThat(line.get("prompt"))
                .extracting(message -> message.get("role").asText())
                .containsExactly("user", "assistant", "assistant", "tool");
        assertThat(line.at("/chosen").toString()).isEqualTo("[{\"role\":\"assistant\",\"content\":\"Seven\"}]");
        assertThat(line.at("/rejected").toString()).isEqualTo("[{\"role\":\"assistant\",\"content\":\"Nine\"}]");
        assertThat(line.at("/metadata/chosen/trace").asText()).isEqualTo("good");
        assertThat(line.at("/metadata/rejected/outcome/label").asText()).isEqualTo("failure");
        assertThat(rig.out()).startsWith("Wrote 1 pairs of 2 runs");
    }

    @Test
    void makesNoPairOfDifferentUsersTasksOrQuestions() throws IOException {
        rig.allow(null, true);
        rig.told(run("a", "ann", SUCCESS), "How many hens?", "Seven");
        rig.told(run("b", "bob", FAILURE), "How many hens?", "Nine");
        rig.told(run("c", "ann", FAILURE).taskKey("geese"), "How many hens?", "Nine");
        rig.told(run("d", "cid", SUCCESS), "How many hens?", "Seven");
        rig.told(run("e", "cid", FAILURE), "Count the hens", "Nine");
        rig.told(run("f", "ann", SUCCESS).taskKey(null), "How many hens?", "Seven");

        assertThat(rig.export("--preference", "pairs.jsonl")).isEqualTo(Command.FAILED);

        assertThat(rig.err())
                .contains("1 name no task")
                .contains("3 have no run of the same task and user")
                .contains("1 are pairs that do not begin with the same question");
        assertThat(files()).isEmpty();
    }

    @Test
    void boundsThePairsOfATask() throws IOException {
        rig.allow(null, true);
        for (int i = 0; i < 4; i++) {
            Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i);
            rig.told(run("good" + i, "ann", SUCCESS).startedAt(at), "How many hens?", "Seven, " + i);
            rig.told(run("bad" + i, "ann", FAILURE).startedAt(at), "How many hens?", "Nine, " + i);
        }

        rig.export("--preference", "one.jsonl");
        rig.export("--preference", "three.jsonl", "--pairs", "3");

        assertThat(rig.written("one.jsonl")).singleElement().satisfies(line -> assertThat(
                        line.at("/metadata/chosen/trace").asText())
                .isEqualTo("good3"));
        assertThat(rig.written("three.jsonl")).hasSize(3);
        assertThat(rig.out()).contains("Left out: 2 are of tasks that have --pairs pairs already");
    }

    @Test
    void takesTheRunsOfATimeAgentAndUserOnly() throws IOException {
        rig.allow(null, true);
        Instant begin = Instant.parse("2026-01-01T00:00:00Z");
        rig.told(run("early", "ann", SUCCESS).startedAt(begin), "How many hens?", "Seven");
        rig.told(run("late", "ann", SUCCESS).startedAt(begin.plusSeconds(86_400)), "How many cows?", "Two");
        rig.told(run("other", "bob", SUCCESS).startedAt(begin.plusSeconds(90_000)), "How many cats?", "Two");

        rig.export("--sft", "late.jsonl", "--from", "2026-01-02", "--user", "ann");
        rig.export("--sft", "early.jsonl", "--until", "2026-01-02");

        assertThat(only("late.jsonl").at("/metadata/trace").asText()).isEqualTo("late");
        assertThat(only("early.jsonl").at("/metadata/trace").asText()).isEqualTo("early");
        assertThat(rig.export("--sft", "none.jsonl", "--agent", "cook")).isEqualTo(Command.FAILED);
        assertThat(rig.err()).contains("there are none that match");
    }

    @Test
    void goesOverManyRunsPageByPage() throws IOException {
        rig.allow(null, true);
        int runs = 1_200;
        for (int i = 0; i < runs; i++) {
            rig.keep(
                    run("t" + i, "ann", i % 2 == 0 ? SUCCESS : FAILURE).taskKey("task" + i / 4),
                    said(1, "How many hens are in coop " + i / 2 + "?", "There are " + i));
        }

        rig.export("--sft", "all.jsonl");
        assertThat(rig.written("all.jsonl"))
                .hasSize(runs / 2)
                .extracting(line -> line.at("/metadata/trace").asText())
                .doesNotHaveDuplicates();
        assertThat(rig.out()).contains("600 conversations of 1,200 runs");
    }

    @Test
    void writesAFileThatItsOwnerAloneMayReadAndLeavesNothingElse() throws IOException {
        rig.allow(null, true);
        rig.told(run("t1", "ann", SUCCESS), "How many hens?", "Seven");
        Files.writeString(folder.resolve("out.jsonl"), "before");

        rig.export("--sft", "out.jsonl");

        assertThat(files()).containsExactly(folder.resolve("out.jsonl"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("out.jsonl"))))
                .isEqualTo("rw-------");
        assertThat(only("out.jsonl").has("messages")).isTrue();
    }

    @Test
    void keepsWhatWasThereWhenNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("out.jsonl"), "before");

        assertThat(rig.export("--sft", "out.jsonl")).isEqualTo(Command.FAILED);

        assertThat(Files.readString(folder.resolve("out.jsonl"))).isEqualTo("before");
        assertThat(files()).hasSize(1);
    }

    @Test
    void writesTheAuditLogBeforeIt() {
        rig.export("--preference", "out.jsonl");

        assertThat(rig.audit.entries)
                .extracting(AuditEntry::action, AuditEntry::subject)
                .containsExactly(tuple("training.export", "w1"));
    }

    @Test
    void refusesWhatItCannotRead() {
        for (String[] wrong : List.of(
                new String[] {},
                new String[] {"--sft", "a", "--preference", "b"},
                new String[] {"--sft", "no/such/folder/a"},
                new String[] {"--sft", "."},
                new String[] {"--sft", "a", "--from", "yesterday"},
                new String[] {"--sft", "a", "--min-source", "hens"},
                new String[] {"--sft", "a", "--min-score", "NaN"},
                new String[] {"--sft", "a", "--pairs", "0"},
                new String[] {"--sft", "a", "--hens", "1"})) {
            assertThat(rig.export(wrong)).as(String.join(" ", wrong)).isEqualTo(Command.FAILED);
            assertThat(rig.err()).isNotBlank();
        }
        assertThat(rig.audit.entries).isEmpty();
    }
}
