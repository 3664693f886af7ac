package tacit.pulse.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisGenerator;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionChoice;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

/** Each generator wins where the evidence is of its kind. */
class IdeasTest {

    private static final List<HypothesisGenerator> ALL = List.of(
            new AutomationIdeas(),
            new BacklogIdeas(),
            new FailureIdeas(),
            new GuardIdeas(),
            new MemoryIdeas(),
            new ModelIdeas(null),
            new RespondIdeas(),
            new RoutingIdeas());

    private static Hypothesis winner(ReflectionSituation situation) {
        List<Hypothesis> ideas =
                ALL.stream().flatMap(one -> one.propose(situation).stream()).toList();
        List<Critique> critiques = new EvidenceCritic(null).critique(situation, ideas);
        ReflectionChoice choice = new ScoredReflection(Bars.USUAL).choose(situation, ideas, critiques);
        return ideas.stream()
                .filter(idea -> idea.id().equals(Objects.requireNonNull(choice.winner())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rf20AFamilyOfFailuresIsMended() {
        Hypothesis winner = winner(Seen.of(Seen.asked(
                "c1", ReflectionEvidence.Type.FAILURE_CLUSTER, "cancel_order: order was not found, 7 runs")));

        assertThat(winner.generator()).isEqualTo("failures");
        assertThat(winner.statement()).contains("“cancel_order: order was not found, 7 runs” [c1]");
    }

    @Test
    void rf21AMessageThatWaitsIsAnswered() {
        Hypothesis winner = winner(Seen.of(
                Seen.asked("m1", ReflectionEvidence.Type.MAILBOX_EVENT, "Ada asks for a reply about the invoice"),
                Seen.asked("p1", ReflectionEvidence.Type.PULL_REQUEST_ACTIVITY, "Review of 12 is requested")));

        assertThat(winner.generator()).isEqualTo("respond");
    }

    @Test
    void rf22AScheduleThatFailsIsRepaired() {
        Hypothesis winner = winner(Seen.of(
                Seen.asked("h1", ReflectionEvidence.Type.SCHEDULED_TASK, "The nightly report failed"),
                Seen.asked("h2", ReflectionEvidence.Type.EVENT_TRIGGER, "The trigger of files is disabled")));

        assertThat(winner.generator()).isEqualTo("automation");
    }

    @Test
    void rf23ProposalsThatNobodyWantsCorrectTheMemory() {
        Hypothesis winner = winner(Seen.of(
                Seen.asked(
                        "d1",
                        ReflectionEvidence.Type.DISMISSED_SUGGESTION,
                        "Weekly digest was dismissed: nobody reads it"),
                Seen.asked("d2", ReflectionEvidence.Type.MEMORY_PLAYBOOK, "The playbook of digests is stale")));

        assertThat(winner.generator()).isEqualTo("memory");
    }

    @Test
    void rf24WorkThatTimesOutIsSentElsewhere() {
        Hypothesis winner = winner(Seen.of(
                Seen.asked("t1", ReflectionEvidence.Type.TASK_SIGNAL, "failed: count orders timed out on laptop"),
                Seen.asked("t2", ReflectionEvidence.Type.TASK_SIGNAL, "failed: sum invoices timed out on laptop")));

        assertThat(winner.generator()).isEqualTo("routing");
    }

    @Test
    void rf25AnOpenPointThatIsSeenAgainComesFirst() {
        ReflectionSituation situation = Seen.with(
                Seen.of(Seen.asked("t1", ReflectionEvidence.Type.TASK_SIGNAL, "failed: import of orders")),
                List.of(Seen.point("s-t1", ReflectionBacklog.State.OPEN)),
                List.of());

        Hypothesis winner = winner(situation);

        assertThat(winner.generator()).isEqualTo("backlog");
        assertThat(winner.prompt()).isEqualTo("Mend the import of orders");
    }

    @Test
    void rf26OneThingThatFailsAgainAndAgainGetsACheck() {
        ReflectionSituation situation = Seen.of(
                Seen.piece(
                        "a", ReflectionEvidence.Type.TASK_SIGNAL, true, "failed: push without tests", "push", Seen.NOW),
                Seen.piece(
                        "b", ReflectionEvidence.Type.TASK_SIGNAL, true, "failed: push without tests", "push", Seen.NOW),
                Seen.piece(
                        "c",
                        ReflectionEvidence.Type.TASK_SIGNAL,
                        true,
                        "failed: push without tests",
                        "push",
                        Seen.NOW));

        assertThat(new GuardIdeas().propose(situation)).singleElement().satisfies(idea -> {
            assertThat(idea.evidence()).containsExactly("a", "b", "c");
            assertThat(idea.confidence()).isGreaterThan(.7);
        });
    }

    @Test
    void isSilentAboutWhatIsNotItsBusiness() {
        ReflectionSituation situation = Seen.of(Seen.piece(
                "t", ReflectionEvidence.Type.TASK_SIGNAL, false, "succeeded: count orders", "orders", Seen.NOW));

        assertThat(Stream.of(
                                new AutomationIdeas(),
                                new FailureIdeas(),
                                new GuardIdeas(),
                                new MemoryIdeas(),
                                new RespondIdeas(),
                                new RoutingIdeas(),
                                new BacklogIdeas())
                        .flatMap(one -> one.propose(situation).stream()))
                .isEmpty();
    }

    @Test
    void everyIdeaNamesAndQuotesItsEvidence() {
        ReflectionSituation situation = Seen.of(
                Seen.asked("e1", ReflectionEvidence.Type.CODE_FAILURE, "The build fails in module a"),
                Seen.asked("e2", ReflectionEvidence.Type.MAILBOX_EVENT, "Bob needs an answer"));

        List<Hypothesis> ideas =
                ALL.stream().flatMap(one -> one.propose(situation).stream()).toList();

        assertThat(ideas).hasSizeGreaterThanOrEqualTo(3).allSatisfy(idea -> {
            assertThat(idea.evidence()).isSubsetOf("e1", "e2");
            assertThat(idea.statement()).contains("[" + idea.evidence().get(0) + "]");
        });
        assertThat(ALL)
                .extracting(HypothesisGenerator::name)
                .doesNotHaveDuplicates()
                .hasSize(8);
    }

    @Test
    void cutsLongWordsWithoutBreakingThem() {
        String emoji = "\uD83D\uDE00".repeat(200);
        Hypothesis idea = new FailureIdeas()
                .propose(Seen.of(Seen.asked("e", ReflectionEvidence.Type.CODE_FAILURE, emoji)))
                .get(0);

        assertThat(idea.title()).endsWith("…");
        assertThat(idea.title().replace("\uD83D\uDE00", "")).isEqualTo("Mend the cause: …");
    }
}
