package tacit.pulse.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSurface;
import tacit.api.pulse.CoreTrace;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.CoreTraceKind;
import tacit.api.pulse.DispatchOrder;
import tacit.api.pulse.Learning;
import tacit.api.pulse.Urgency;
import tacit.api.recall.SearchIndex;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.Suggestion.Response;
import tacit.api.reflect.Suggestion.State;
import tacit.api.reflect.SuggestionDesk.Offer;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.reflect.SuggestionListener;
import tacit.api.reflect.SuggestionSituation;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.evidence.trace.SqlTraceStore;
import tacit.memory.archive.StoredArchive;
import tacit.memory.record.SqlMemoryStore;
import tacit.pulse.suggestions.ResponsePolicy;
import tacit.pulse.traces.SqlCoreTraces;
import tacit.pulse.traces.SqlLearningsLog;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.FakeGate;
import tacit.runtime.testkit.HeardEvents;
import tacit.runtime.testkit.MovingClock;
import tacit.surface.access.SqlAuditLog;

@EachDatabase
class SqlSuggestionDeskTest {

    private static final PageRequest ALL = PageRequest.first(100);

    private Database database;
    private MovingClock clock;
    private Fakes.FixedSettings settings;
    private Fakes.Switches switches;
    private Fakes.Works works;
    private SqlMemoryStore memories;
    private SqlLearningsLog learnings;
    private SqlAuditLog audit;
    private SqlSuggestionDesk desk;

    @BeforeEach
    void open(Database database) {
        this.database = database;
        clock = new MovingClock();
        settings = new Fakes.FixedSettings();
        switches = new Fakes.Switches();
        works = new Fakes.Works();
        PatternRedactor redactor = new PatternRedactor();
        audit = new SqlAuditLog(database, clock);
        memories = new SqlMemoryStore(database, clock, redactor, new SqlTraceStore(database), audit);
        learnings = new SqlLearningsLog(database, redactor, clock);
        desk = desk(new SqlCoreTraces(database, redactor, clock));
    }

    private SqlSuggestionDesk desk(SqlCoreTraces traces) {
        StoredArchive archive = new StoredArchive(
                memories,
                none(),
                new FakeGate(),
                clock,
                Configurations.of(StoredArchive.Config.class, Map.of("structured_observations", false)));
        SqlSuggestionDesk made = new SqlSuggestionDesk(
                database,
                new ResponsePolicy(Configurations.of(ResponsePolicy.Config.class, Map.of())),
                settings,
                switches,
                new Teaching(database, archive, memories, traces, learnings, switches),
                memories,
                audit,
                new PatternRedactor(),
                clock);
        made.dispatches = works;
        return made;
    }

    @Test
    void tellsOfWhatIsOffered() {
        HeardEvents events = new HeardEvents();
        desk.events = events;

        Suggestion offered = taken(desk.offer(draft("a", "Tidy the notes", .8)));

        assertThat(events.lines()).containsExactly("suggestion.offered " + offered.id() + " {state=open}");
    }

    private static SearchIndex none() {
        return (SearchIndex) Proxy.newProxyInstance(
                SearchIndex.class.getClassLoader(), new Class<?>[] {SearchIndex.class}, (self, method, arguments) -> {
                    throw new IllegalStateException("Nothing is looked for by words here");
                });
    }

    private static SuggestionDraft draft(String key, String title, double confidence) {
        return draft(key, title, confidence, null, "Tidy the notes");
    }

    private static SuggestionDraft draft(
            String key, String title, double confidence, @Nullable String user, @Nullable String action) {
        return new SuggestionDraft(
                key,
                "p1",
                "w1",
                user,
                SuggestionDraft.Type.INSIGHT,
                SuggestionDraft.Topic.GENERAL,
                "heartbeat",
                title,
                "They grew",
                "",
                action,
                confidence,
                Urgency.MEDIUM,
                List.of("trace:t1"),
                null,
                null);
    }

    private Suggestion offered(String key, String title) {
        Suggestion suggestion = desk.offer(draft(key, title, .8)).suggestion();
        assertThat(suggestion).isNotNull();
        return suggestion;
    }

    private State state(String id) {
        return desk.find(id).orElseThrow().state();
    }

    private List<MemoryRecord> remembered() {
        return memories.list(Scope.ofWorkspace("w1"), MemoryFilter.active("archive"), ALL)
                .rows();
    }

    @Test
    void tellsListenersWhatWasSaidWithTheQuestionAsItWasBefore() {
        List<String> heard = new ArrayList<>();
        List<SuggestionSituation> asked = new ArrayList<>();
        desk.addListener((suggestion, response, question) -> {
            throw new IllegalStateException("broken");
        });
        SuggestionListener listener = (suggestion, response, question) -> {
            heard.add(suggestion.state() + " " + response);
            asked.add(question);
        };
        desk.addListener(listener);
        Suggestion first = taken(desk.offer(draft("a", "Tidy the notes", .8)));
        clock.pass(Duration.ofMinutes(5));
        Suggestion second = taken(desk.offer(draft("b", "Call the bank", .8)));
        clock.pass(Duration.ofMinutes(5));

        desk.dismiss(second.id(), "no", "ann");
        desk.act(first.id(), null, "ann");
        desk.removeListener(listener);

        assertThat(heard).containsExactly("DISMISSED DISMISSED", "ACTED ACTED");
        assertThat(asked.get(0).draft()).isEqualTo(second.draft());
        assertThat(asked.get(0).now()).isEqualTo(second.createdAt());
        assertThat(asked.get(0).offeredAt()).isNull();
        assertThat(asked.get(0).open()).extracting(SuggestionSituation.Open::id).containsExactly(first.id());
        assertThat(asked).extracting(SuggestionSituation::tally).containsOnly(SuggestionSituation.Tally.NONE);
        assertThat(asked).allSatisfy(question -> assertThat(question.others()).isEmpty());
    }

    private static Suggestion taken(Offer offer) {
        return Objects.requireNonNull(offer.suggestion());
    }

    @Test
    void su05OffersTheSameOnce() {
        Suggestion first = offered("k1", "Tidy up");

        assertThat(desk.offer(draft("k1", "Tidy up", .8)).suggestion()).isEqualTo(first);
        assertThat(desk.offer(draft("k2", "tidy UP", .9)))
                .extracting(Offer::suggestion, Offer::reason)
                .containsExactly(null, "duplicate");
        assertThat(desk.list("w1", null, ALL).total()).isEqualTo(1);
        assertThat(first.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
    }

    @Test
    void su06KeepsTenAndLetsABetterOneTakeThePlaceOfTheWeakest() {
        Suggestion weakest = desk.offer(draft("weak", "Weak", .5)).suggestion();
        for (int i = 0; i < 9; i++) {
            offered("k" + i, "Number " + i + " of them");
        }

        assertThat(desk.offer(draft("weaker", "Weaker", .4)).reason()).isEqualTo("full");
        assertThat(desk.offer(draft("better", "Better", .7)).suggestion()).isNotNull();

        assertThat(weakest).isNotNull();
        assertThat(state(weakest.id())).isEqualTo(State.DISPLACED);
        assertThat(desk.list("w1", State.OPEN, ALL).total()).isEqualTo(10);
        assertThat(switches.ran).hasSize(12).contains("SUGGESTIONS 0 [Weaker: full]");
    }

    @Test
    void su07ActsAsWorkAndTeachesWhatWasDone() {
        Suggestion suggestion = offered("k1", "Tidy up");

        Suggestion acted = desk.act(suggestion.id(), null, "ada").orElseThrow();

        assertThat(acted)
                .extracting(Suggestion::state, Suggestion::response, Suggestion::executionId)
                .containsExactly(State.ACTED, Response.ACTED, "run-suggestion:" + suggestion.id());
        DispatchOrder order = works.orders.get("suggestion:" + suggestion.id());
        assertThat(order.prompt()).isEqualTo("Tidy the notes");
        assertThat(order.by()).isEqualTo("ada");
        assertThat(remembered()).singleElement().satisfies(memory -> {
            assertThat(memory.kind()).isEqualTo("workflow_pattern");
            assertThat(memory.text()).contains("Tidy up", "Tidy the notes");
        });
        assertThat(learnings
                        .list("w1", "p1", Learning.Kind.SUGGESTION_RESPONSE, ALL)
                        .total())
                .isEqualTo(1);
    }

    @Test
    void su08TeachesBothTextsOfAnEdit() {
        Suggestion suggestion = offered("k1", "Tidy up");

        desk.act(suggestion.id(), "Tidy only the old notes", "ada");

        assertThat(works.orders.get("suggestion:" + suggestion.id()).prompt()).isEqualTo("Tidy only the old notes");
        assertThat(remembered()).singleElement().satisfies(memory -> {
            assertThat(memory.kind()).isEqualTo("correction_rule");
            assertThat(memory.text()).contains("“Tidy the notes”", "Tidy only the old notes");
        });
    }

    @Test
    void leavesASuggestionOpenWhoseWorkIsRefused() {
        Suggestion suggestion = offered("k1", "Tidy up");
        works.refuses = "in_flight";

        assertThatThrownBy(() -> desk.act(suggestion.id(), null, "ada"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot act on suggestion '" + suggestion.id() + "': The work is refused: in_flight");

        assertThat(state(suggestion.id())).isEqualTo(State.OPEN);
        assertThat(remembered()).isEmpty();
    }

    @Test
    void su09SnoozesAndComesBack() {
        Suggestion suggestion = offered("k1", "Tidy up");

        desk.snooze(suggestion.id(), Duration.ofHours(2), "ada");

        assertThat(state(suggestion.id())).isEqualTo(State.SNOOZED);
        assertThat(desk.show("w1", null, 10)).isEmpty();
        clock.pass(Duration.ofHours(2));
        assertThat(desk.age()).isEqualTo(1);
        assertThat(desk.show("w1", null, 10)).extracting(Suggestion::id).containsExactly(suggestion.id());
    }

    @Test
    void su10CountsAsIgnoredOnceWhatWasShownForADay() {
        Suggestion suggestion = offered("k1", "Tidy up");
        desk.show("w1", null, 10);

        clock.pass(Duration.ofHours(23));
        assertThat(desk.age()).isZero();
        clock.pass(Duration.ofHours(1));
        assertThat(desk.age()).isEqualTo(1);
        clock.pass(Duration.ofHours(30));
        assertThat(desk.age()).isZero();

        assertThat(desk.find(suggestion.id()).orElseThrow().response()).isEqualTo(Response.IGNORED);
        assertThat(remembered()).extracting(MemoryRecord::kind).containsExactly("observation");
        clock.pass(Duration.ofDays(7));
        desk.age();
        assertThat(state(suggestion.id())).isEqualTo(State.IGNORED);
    }

    @Test
    void endsWhatNobodySawAsTooOld() {
        Suggestion suggestion = offered("k1", "Tidy up");
        clock.pass(Duration.ofDays(7));

        assertThat(desk.show("w1", null, 10)).isEmpty();
        desk.age();

        assertThat(state(suggestion.id())).isEqualTo(State.EXPIRED);
        assertThat(remembered()).isEmpty();
    }

    @Test
    void su11LearnsFromWhatPeopleRefuse() {
        for (int i = 0; i < 3; i++) {
            Suggestion again =
                    desk.offer(draft("k" + i, "Tidy up the notes " + i, .8)).suggestion();
            assertThat(again).isNotNull();
            desk.dismiss(again.id(), "not now", "ada");
        }

        assertThat(desk.offer(draft("k4", "Tidy up the notes again", .8)).reason())
                .isEqualTo("worth 0.35 is below 0.40");
        assertThat(desk.offer(draft("k5", "Answer Ada", .8)).suggestion()).isNotNull();
        clock.pass(Judging.REMEMBERED.plusDays(1));
        assertThat(desk.offer(draft("k6", "Tidy up the notes once more", .8)).suggestion())
                .isNotNull();
    }

    @Test
    void refusesToAnswerWhatIsOver() {
        Suggestion suggestion = offered("k1", "Tidy up");
        desk.dismiss(suggestion.id(), null, "ada");

        for (State over : State.values()) {
            if (over == State.OPEN || over == State.SNOOZED) {
                continue;
            }
            database.write(session -> session.update("UPDATE suggestions SET state = ?", over.name()));
            String id = suggestion.id();
            assertThatThrownBy(() -> desk.act(id, null, "ada")).hasMessageContaining("it is " + over);
            assertThatThrownBy(() -> desk.snooze(id, Duration.ofHours(1), "ada"))
                    .hasMessageContaining("it is " + over);
            assertThatThrownBy(() -> desk.dismiss(id, null, "ada")).hasMessageContaining("it is " + over);
            desk.age();
            assertThat(state(id)).isEqualTo(over);
        }
        assertThat(works.orders).isEmpty();
        assertThat(desk.dismiss("none", null, "ada")).isEmpty();
    }

    @Test
    void theDatabaseRefusesAStateThatIsNone() {
        Suggestion suggestion = offered("k1", "Tidy up");

        assertThatThrownBy(() -> database.write(session ->
                        session.update("UPDATE suggestions SET state = 'DONE' WHERE id = ?", suggestion.id())))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> database.write(session ->
                        session.update("UPDATE suggestions SET state = 'SNOOZED' WHERE id = ?", suggestion.id())))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void showsAUsersOwnToNobodyElse() {
        desk.offer(draft("k1", "For Ada", .8, "ada", null));

        assertThat(desk.show("w1", "ada", 10)).hasSize(1);
        assertThat(desk.show("w1", "ben", 10)).isEmpty();
        assertThat(desk.show("w1", null, 10)).isEmpty();
        assertThat(desk.show("w2", "ada", 10)).isEmpty();
    }

    @Test
    void su12BecomesWorkByItselfOnlyUnderAllConditions() {
        for (int i = 0; i < 2; i++) {
            desk.act(offered("k" + i, "Tidy up the notes " + i).id(), null, "ada");
        }
        assertThat(state(offered("off", "Tidy up the notes off").id())).isEqualTo(State.OPEN);
        settings.values.put("suggestions.autoCreate", "true");

        Suggestion created = offered("on", "Tidy up the notes on");

        assertThat(created.state()).isEqualTo(State.ACTED);
        assertThat(created.response()).isNull();
        assertThat(works.orders.get("suggestion:" + created.id()).by()).isNull();
        assertThat(offered("other", "Another thing").state()).isEqualTo(State.OPEN);
        Suggestion idle = desk.offer(draft("idle", "Tidy up the notes idle", .8, null, null))
                .suggestion();
        assertThat(idle).isNotNull();
        assertThat(idle.state()).isEqualTo(State.OPEN);
        switches.off.add(CoreStage.DISPATCH);
        assertThat(offered("stopped", "Tidy up the notes stopped").state()).isEqualTo(State.OPEN);
    }

    @Test
    void su12StopsBeingCreatedAfterOneRefusal() {
        settings.values.put("suggestions.autoCreate", "true");
        for (int i = 0; i < 2; i++) {
            desk.act(offered("k" + i, "Tidy up the notes " + i).id(), null, "ada");
        }
        Suggestion created = offered("k3", "Tidy up the notes 3");
        assertThat(created.state()).isEqualTo(State.ACTED);
        works.refuses = "cooldown";
        Suggestion refused = offered("k4", "Tidy up the notes 4");
        assertThat(refused.state()).isEqualTo(State.OPEN);
        works.refuses = "";
        desk.dismiss(refused.id(), "enough", "ada");

        assertThat(offered("k5", "Tidy up the notes 5").state()).isEqualTo(State.OPEN);
    }

    @Test
    void offersNothingWhileItsStageIsOff() {
        switches.off.add(CoreStage.SUGGESTIONS);

        assertThat(desk.offer(draft("k1", "Tidy up", .8)).reason()).isEqualTo("SUGGESTIONS is off");
        assertThat(desk.list(null, null, ALL).total()).isZero();
    }

    @Test
    void offersNothingThatAMemoryMarksAsNoise() {
        marked("[NOISE] The lint report of the docs is noise");

        assertThat(desk.offer(draft("k1", "Heartbeat: lint reports for docs are in", .9)))
                .satisfies(offer -> {
                    assertThat(offer.suggestion()).isNull();
                    assertThat(offer.reason()).startsWith("noise, as memory '");
                });
        assertThat(desk.offer(draft("k2", "The report of the build is in", .9)).suggestion())
                .as("one word of it is not enough")
                .isNotNull();
        assertThat(switches.ran).anyMatch(line -> line.contains("Heartbeat: lint reports for docs are in: noise"));
    }

    @Test
    void offersAgainWhatIsMarkedNoMore() {
        MemoryRecord mark = marked("[NOISE] Lint reports are not useful");
        assertThat(desk.offer(draft("k1", "Lint reports are in", .9)).suggestion())
                .isNull();

        memories.delete(Scope.ofWorkspace("w1"), List.of(mark.id()), false);

        assertThat(desk.offer(draft("k1", "Lint reports are in", .9)).suggestion())
                .isNotNull();
    }

    private MemoryRecord marked(String text) {
        Evidence statement = Evidence.of(
                Evidence.Kind.STATEMENT,
                String.valueOf(audit.write("ada", "test", "x", Map.of("workspace", "w1"))
                        .sequence()));
        return memories.add(new MemoryDraft(
                        "w1",
                        "archive",
                        "preference",
                        "ignored noise pattern",
                        text,
                        MemoryScope.WORKSPACE,
                        Visibility.SHARED,
                        TrustLane.STATEMENT,
                        List.of(statement),
                        .8,
                        null,
                        null,
                        null,
                        new TreeMap<>()))
                .record();
    }

    @Test
    void countsWhatWasPutBeforePeopleWhoeverOfferedIt() {
        offered("k1", "Tidy up the notes 1");
        clock.pass(Duration.ofHours(2));
        Instant since = clock.instant();
        desk.dismiss(offered("k2", "Sort the mail").id(), null, "ada");
        settings.values.put("suggestions.autoCreate", "true");
        desk.act(offered("k3", "Tidy up the notes 3").id(), null, "ada");
        desk.act(offered("k4", "Tidy up the notes 4").id(), null, "ada");
        assertThat(offered("k5", "Tidy up the notes 5").state()).isEqualTo(State.ACTED);

        assertThat(desk.offered("p1", since)).isEqualTo(3);
        assertThat(desk.offered("p2", since)).isZero();
    }

    @Test
    void theCycleSaysWhichMemoryItGave() {
        SqlCoreTraces traces = new SqlCoreTraces(database, new PatternRedactor(), clock);
        CoreTrace cycle = traces.begin(
                new CoreTraceDraft("p1", "w1", null, CoreSurface.HEARTBEAT, CoreTraceKind.PULSE_CYCLE, "t1", null));
        SuggestionDraft draft = draft("k1", "Tidy up", .8);
        Suggestion suggestion = desk.offer(new SuggestionDraft(
                        draft.key(),
                        draft.profileId(),
                        draft.workspaceId(),
                        null,
                        draft.type(),
                        draft.topic(),
                        draft.source(),
                        draft.title(),
                        draft.whyNow(),
                        draft.description(),
                        null,
                        draft.confidence(),
                        draft.urgency(),
                        draft.evidence(),
                        cycle.id(),
                        null))
                .suggestion();
        assertThat(suggestion).isNotNull();
        desk.dismiss(suggestion.id(), "too often", "ada");
        database.write(session -> session.update("UPDATE suggestion_responses SET told = ?", false));
        desk.age();

        assertThat(traces.find(cycle.id()).orElseThrow().memoryIds())
                .containsExactly(remembered().get(0).id());
    }

    @Test
    void teachesLaterWhatMayNotBeLearntNow() {
        switches.off.add(CoreStage.LEARNING);
        desk.dismiss(offered("k1", "Tidy up").id(), "too often", "ada");
        assertThat(remembered()).isEmpty();

        switches.off.clear();
        desk.age();
        desk.age();

        assertThat(remembered()).singleElement().satisfies(memory -> assertThat(memory.text())
                .contains("too often"));
    }

    @Test
    void remembersOnceThoughTheHostStoppedBeforeItWasTold() {
        desk.dismiss(offered("k1", "Tidy up").id(), null, "ada");
        database.write(session -> session.update("UPDATE suggestion_responses SET told = ?", false));

        desk.age();

        assertThat(remembered()).hasSize(1);
        assertThat(learnings.list(null, null, null, ALL).total()).isEqualTo(1);
    }

    @Test
    void findsWorkThatWasMadeBeforeTheHostStopped() {
        Suggestion suggestion = offered("k1", "Tidy up");
        Acting.dispatch(works, suggestion, null, "ada");

        assertThat(desk.age()).isEqualTo(1);

        assertThat(state(suggestion.id())).isEqualTo(State.ACTED);
        assertThat(works.orders).hasSize(1);
    }

    @Test
    void forgetsWhatWasAUsersAndWordsOfOthers() {
        Suggestion own =
                desk.offer(draft("k1", "For Ada alone", .8, "ada", null)).suggestion();
        Suggestion shared = desk.offer(draft("k2", "Berta is ill", .8)).suggestion();
        SuggestionForgetting forgetting = new SuggestionForgetting(database);

        assertThat(forgetting.heldOf(new Scope("w1", "ada"))).hasValue(1);
        assertThat(forgetting.forgetUser(new Scope("w1", "ada"))).isEqualTo(1);
        assertThat(forgetting.forget(Scope.ofWorkspace("w1"), List.of(), List.of("Berta is ill")))
                .isEqualTo(1);

        assertThat(own).isNotNull();
        assertThat(desk.find(own.id())).isEmpty();
        assertThat(shared).isNotNull();
        assertThat(desk.find(shared.id()).orElseThrow().draft().title()).startsWith("[deleted sha256:");
        assertThat(new TreeMap<>(Map.of("left", forgetting.leftOf(new Scope("w1", "ada")))))
                .containsEntry("left", List.of());
    }

    @Test
    void forgetsWordsWithThePatternThatBeginsWithThem() {
        Suggestion told = offered("k1", "The violet giraffe of Mombasa sings");
        Suggestion other = offered("k2", "Tidy the shed");
        desk.dismiss(told.id(), "as the violet giraffe of Mombasa sings", "ada");
        SuggestionForgetting forgetting = new SuggestionForgetting(database);

        forgetting.forgetQuotes(Scope.ofWorkspace("w1"), List.of("I say the violet giraffe of Mombasa sings again"));

        String rows = database.read(session -> session.select(
                        "SELECT pattern, draft FROM suggestions", row -> row.text("pattern") + row.text("draft"))
                + ""
                + session.select(
                        "SELECT * FROM suggestion_responses", row -> row.text("pattern") + row.optionalText("words")));
        assertThat(rows)
                .doesNotContain("giraffe", "violet")
                .contains("Tidy the shed", "general|heartbeat|tidy the shed");
        assertThat(desk.find(other.id()).orElseThrow().draft().title()).isEqualTo("Tidy the shed");
    }

    @Test
    void tellsNobodyTheTitleOfWhatIsForAUser() {
        Suggestion own =
                desk.offer(draft("k1", "For Ada alone", .8, "ada", null)).suggestion();
        assertThat(own).isNotNull();

        desk.dismiss(own.id(), null, "ada");
        desk.age();

        assertThat(learnings.list("w1", null, null, ALL).rows())
                .extracting(Learning::summary)
                .containsExactly("A suggestion to a user was dismissed");
    }

    @Test
    void refersToTheProfileOfASuggestion() {
        offered("k1", "Tidy the shed");
        SuggestionForgetting forgetting = new SuggestionForgetting(database);

        assertThat(database.<Boolean>write(session -> forgetting.refersTo(session, "p1")))
                .isTrue();
        assertThat(database.<Boolean>write(session -> forgetting.refersTo(session, "p2")))
                .isFalse();
    }
}
