package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.adapt.learning.Desk.NORA;
import static tacit.adapt.learning.Desk.SCOPE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.FeedbackRoute.State;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.GivenFeedback.Kind;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.UserCorrection;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.Evidence;
import tacit.api.memory.PlaybookEntry;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class RoutesTest {

    private static final Path WEEK = Path.of(".cowork", "feedback", "feedback-2026-W09.json");

    @TempDir
    Path folder;

    private Desk host;

    @BeforeEach
    void open(Database database) throws IOException {
        host = new Desk(database, folder.toRealPath());
    }

    private Map<String, FeedbackRoute> routed(GivenFeedback feedback) {
        return host.desk().give(SCOPE, "web", feedback).routed();
    }

    @Test
    void judgesTheRunAsItsUserDid() {
        host.run("t1");

        assertThat(routed(Given.rejected("f1", "incorrect", "wrong port"))
                        .get("outcome")
                        .words())
                .isEqualTo("the run is judged failure");

        assertThat(host.traces.outcomes(SCOPE, "t1"))
                .containsExactly(new Outcome(
                        OutcomeLabel.FAILURE,
                        null,
                        OutcomeSource.USER,
                        "user_feedback",
                        "incorrect: wrong port",
                        null,
                        Given.NOON));
    }

    @Test
    void judgesTheAnswerWhereTheMessageIsOneOfTheRun() {
        host.run("t1");
        GivenFeedback answer = new GivenFeedback(
                "f1", "nora", "t1", "s1", Decision.ACCEPTED, null, null, Kind.MESSAGE, null, Given.NOON);

        assertThat(routed(answer).get("outcome").words()).isEqualTo("the answer is judged success");

        assertThat(host.traces.outcomes(SCOPE, "t1"))
                .extracting(Outcome::spanId)
                .containsExactly("s1");
    }

    @Test
    void judgesNothingForWhoGoesOn() {
        host.run("t1");

        Map<String, FeedbackRoute> routed = routed(Given.of("f1", Decision.NEXT, null, null));

        assertThat(routed.values()).extracting(FeedbackRoute::state).containsOnly(State.SKIPPED);
        assertThat(host.traces.outcomes(SCOPE, "t1")).isEmpty();
        assertThat(host.counted).isEmpty();
    }

    @Test
    void countsAThumbUpForTheEntriesAndSkillsThatTheRunUsed() {
        PlaybookEntry entry = entry();
        host.run("t1", trace -> trace.attribute(Attribute.PLAYBOOK_USED, entry.id()));

        Map<String, FeedbackRoute> routed = routed(Given.accepted("f1"));

        assertThat(routed.get("playbook").words()).isEqualTo("strengthened " + entry.id());
        assertThat(record(entry).successes()).isEqualTo(2);
        assertThat(routed.get("skills").words()).isEqualTo("counted for deploy");
        assertThat(host.counted).containsExactly("countUse " + SCOPE + " t1", "countUse " + NORA + " t1");
    }

    @Test
    void weakensTheEntriesOfARunThatItsUserRejects() {
        PlaybookEntry entry = entry();
        host.run("t1", trace -> trace.attribute(Attribute.PLAYBOOK_USED, entry.id()));
        routed(Given.accepted("f1"));

        assertThat(routed(Given.rejected("f2", "incorrect", null))
                        .get("playbook")
                        .words())
                .isEqualTo("weakened " + entry.id());

        assertThat(record(entry).successes()).isEqualTo(1);
        assertThat(record(entry).failures()).isEqualTo(1);
    }

    @Test
    void leavesTheWayAloneWhereTheAnswerOnlyReadsBadly() {
        PlaybookEntry entry = entry();
        host.run("t1", trace -> trace.attribute(Attribute.PLAYBOOK_USED, entry.id()));

        Map<String, FeedbackRoute> routed = routed(Given.rejected("f1", "wrong_tone", null));

        assertThat(routed.get("playbook")).isEqualTo(Route.skipped("it says nothing of the way"));
        assertThat(routed.get("skills")).isEqualTo(Route.skipped("it says nothing of the way"));
        assertThat(host.counted).isEmpty();
    }

    @Test
    void saysThatARunUsedNothing() {
        host.run("t1");

        assertThat(routed(Given.accepted("f1")).get("playbook")).isEqualTo(Route.skipped("the run used no entry"));
    }

    @Test
    void up13LeadsARejectionToTheProfileAndTheRelationship() {
        host.run("t1");

        routed(Given.rejected("f1", "wrong library", null));

        assertThat(host.texts("profile")).containsExactly("Avoid what was rejected: wrong library");
        assertThat(host.texts("relationship")).containsExactly("Rejected: wrong library");
    }

    @Test
    void keepsADecisionInTheArchiveOfTheUserAlone() {
        host.run("t1");

        assertThat(routed(Given.accepted("f1")).get("archive").words()).isEqualTo("waits for an approval: w1");

        assertThat(host.captured).singleElement().satisfies(capture -> {
            assertThat(capture.type()).isEqualTo(ArchiveType.DECISION);
            assertThat(capture.content()).isEqualTo("Decision of the user on an answer: accepted");
            assertThat(capture.userId()).isEqualTo("nora");
            assertThat(capture.privately()).isTrue();
        });
    }

    @Test
    void keepsWhatIsPutRight() {
        host.run("t1");

        assertThat(routed(Given.rejected("f1", "incorrect", "I said staging, not production"))
                        .get("corrections"))
                .isEqualTo(Route.done("kept 1"));

        assertThat(host.states.list(NORA, StateFilter.of(UserCorrection.KIND), 5))
                .singleElement()
                .satisfies(document -> assertThat(document.content())
                        .contains("\"believed\":\"production\"", "\"right\":\"staging\"", "\"reach\":\"USER\""));
    }

    @Test
    void keepsNobodysWords() {
        host.run("t1");

        Map<String, FeedbackRoute> routed = routed(Given.by(null, Given.rejected("f1", "incorrect", "wrong port")));

        for (String part : List.of("style", "profile", "relationships", "archive", "corrections")) {
            assertThat(routed.get(part)).as(part).isEqualTo(Route.skipped(Route.NOBODY));
        }
        assertThat(host.texts("profile")).isEmpty();
    }

    @Test
    void keepsNoWordsWhereOthersReadAlong() throws IOException {
        Files.createDirectories(folder.resolve(".cowork"));
        Files.writeString(folder.resolve(".cowork/AGENTS.md"), "# Agents\n");
        host.run("t1", trace -> trace.attribute(Attribute.AUDIENCE, "group"));

        Map<String, FeedbackRoute> routed = routed(Given.rejected("f1", "incorrect", "no, use tabs"));

        for (String part : List.of("profile", "relationships", "archive", "corrections", "files")) {
            assertThat(routed.get(part)).as(part).isEqualTo(Route.skipped(Route.READ_ALONG));
        }
        assertThat(routed.get("outcome").state()).isEqualTo(State.DONE);
        assertThat(folder.resolve(WEEK)).doesNotExist();
    }

    @Test
    void writesNothingIntoAFolderWithoutAKit() {
        host.run("t1");

        assertThat(routed(Given.rejected("f1", "incorrect", null)).get("files"))
                .isEqualTo(Route.skipped("the workspace has no kit"));
        assertThat(folder.resolve(".cowork")).doesNotExist();
    }

    @Test
    void notesFeedbackAndWhatToAvoidInTheKit() throws IOException {
        Files.createDirectories(folder.resolve(".cowork"));
        Files.writeString(folder.resolve(".cowork/MISTAKES.md"), "# Mistakes\n\nOwn\n");
        host.run("t1");
        routed(Given.accepted("f0"));
        routed(Given.rejected("f1", "incorrect", "wrong port"));

        assertThat(routed(Given.of("f2", Decision.EDIT, "incorrect", "wrong port"))
                        .get("files"))
                .isEqualTo(Route.done("noted; MISTAKES.md has 1 pattern"));

        assertThat(Files.readString(folder.resolve(".cowork/MISTAKES.md")))
                .startsWith("# Mistakes\n\nOwn\n")
                .contains("- coder: incorrect: wrong port (2x)\n");
        assertThat(Files.readString(folder.resolve(WEEK))).contains("\"f0\"", "\"f1\"", "\"f2\"");
        try (var history = Files.list(folder.resolve(".cowork/.history/MISTAKES.md"))) {
            assertThat(history).hasSize(2);
        }
    }

    @Test
    void writesNobodysWordsIntoAFolderThatSeveralPeopleUse() throws IOException {
        Files.createDirectories(folder.resolve(".cowork"));
        Files.writeString(folder.resolve(".cowork/AGENTS.md"), "# Agents\n");
        host.run("t1");
        host.run("t2", trace -> trace.userId("ben"));

        routed(Given.rejected("f1", "incorrect", "my salary is wrong"));
        routed(Given.rejected("f2", "my salary is wrong", null));

        assertThat(Files.readString(folder.resolve(".cowork/MISTAKES.md")))
                .contains("- coder: incorrect (1x)")
                .doesNotContain("salary");
        assertThat(Files.readString(folder.resolve(WEEK))).doesNotContain("salary");
    }

    @Test
    void takesWordsOutOfTheKitWhenTheirUserIsForgotten() throws IOException {
        Files.createDirectories(folder.resolve(".cowork"));
        Files.writeString(folder.resolve(".cowork/AGENTS.md"), "# Agents\n");
        host.run("t1");
        routed(Given.rejected("f1", "incorrect", "wrong port"));
        routed(Given.rejected("f2", "incorrect", "wrong host"));
        FeedbackTexts texts = new FeedbackTexts(host.feedbackFiles, host.traces, host.clock);

        assertThat(texts.heldOf(NORA)).hasValue(1);
        assertThat(texts.forgetUser(NORA)).isEqualTo(1);

        assertThat(Files.readString(folder.resolve(".cowork/MISTAKES.md"))).doesNotContain("wrong");
        try (var history = Files.walk(folder.resolve(".cowork"))) {
            for (Path file : history.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("wrong");
            }
        }
        assertThat(texts.heldOf(NORA)).hasValue(0);
    }

    private PlaybookEntry entry() {
        host.run("t0");
        List<Evidence> evidence = List.of(Evidence.of(Evidence.Kind.TRACE, "t0"));
        return host.playbook.capture(
                SCOPE,
                new PlaybookEpisode(
                        "t0",
                        "Deploy the service",
                        "Deploy it",
                        List.of("deploy"),
                        List.of(new PlaybookEpisode.ToolUse("deploy", new TreeMap<>())),
                        PlaybookEpisode.Outcome.SUCCESS,
                        null,
                        null,
                        List.of(),
                        new PlaybookEpisode.PlaybookSource(TrustLane.RESULT, Visibility.SHARED, evidence)));
    }

    private PlaybookEntry.TrackRecord record(PlaybookEntry entry) {
        return host.playbook.find(SCOPE, entry.id()).orElseThrow().record();
    }
}
