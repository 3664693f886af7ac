package tacit.learn.proposers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.Experiments;
import tacit.api.experiment.MeasuredEffect;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.ProposalRefused;
import tacit.api.experiment.Proposer;
import tacit.api.experiment.Proposers.Fate;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Asks one proposer and enters what it proposes. Thread-safe. */
final class Asking {

    private static final Logger log = LoggerFactory.getLogger(Asking.class);

    private final Database database;
    private final Experiments experiments;
    private final Spending spending;
    private final Wording wording;
    private final Clock clock;
    private final Limits limits;

    /**
     * How much one round may take.
     *
     * @param proposals of one proposer
     * @param cases that it may have asked
     * @param memory how far it is told back
     */
    record Limits(int proposals, int cases, Duration memory) {}

    Asking(Database database, Experiments experiments, Spending spending, Wording wording, Clock clock, Limits limits) {
        this.database = database;
        this.experiments = experiments;
        this.spending = spending;
        this.wording = wording;
        this.clock = clock;
        this.limits = limits;
    }

    /** What came of it, as it was written down. */
    RoundRows.Result ask(Scope scope, Proposer proposer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RoundRows.Round round = new RoundRows.Round(scope.workspaceId(), proposer.name(), now);
        database.write(session -> new RoundRows(session).begin(round));
        long day = spending.left().day();
        long reserved = spending.takeUpTo(day, limits.cases());
        Proposer.Answer answer;
        try {
            answer = proposer.propose(
                    scope,
                    new Proposer.Context(now, earlier(scope, now), effects(scope), limits.proposals(), (int) reserved));
        } catch (RuntimeException e) {
            log.warn("Proposer '{}' failed; it is asked again at its next time", proposer.name(), e);
            answer = Proposer.Answer.nothing("It failed: " + e);
        }
        spending.giveBack(day, reserved - Math.min(reserved, answer.casesAsked()));
        RoundRows.Result result = result(scope, proposer, answer, now);
        database.write(session -> {
            new RoundRows(session).end(round, result);
            return round;
        });
        return result;
    }

    private RoundRows.Result result(Scope scope, Proposer proposer, Proposer.Answer answer, Instant now) {
        List<Fate> fates = new ArrayList<>();
        for (Proposal proposal : answer.proposals()) {
            fates.add(
                    fates.size() < limits.proposals()
                            ? enter(scope, proposer, proposal, now)
                            : refused(proposal, "More than " + limits.proposals() + " proposals in one round", now));
        }
        long refused = fates.stream().filter(fate -> fate.refusal() != null).count();
        return new RoundRows.Result(
                fates.size() - refused, refused, answer.casesAsked(), wording.notes(answer.notes()), fates);
    }

    /** A refusal is counted with its reason and is no error. */
    private Fate enter(Scope scope, Proposer proposer, Proposal proposal, Instant now) {
        String name = Proposer.RULE + proposer.name();
        if (!proposal.proposer().equals(name)) {
            return refused(
                    proposal, "It is said to be by '" + proposal.proposer() + "' and not by '" + name + "'", now);
        }
        try {
            Experiment made = experiments.propose(scope, proposal);
            return new Fate(wording.line(proposal.title()), made.id(), null, now);
        } catch (ProposalRefused refusal) {
            return refused(proposal, String.valueOf(refusal.getMessage()), now);
        } catch (RuntimeException e) {
            log.warn("Cannot enter a proposal of '{}'", proposer.name(), e);
            return refused(proposal, "It could not be entered: " + e.getMessage(), now);
        }
    }

    private Fate refused(Proposal proposal, String reason, Instant now) {
        return new Fate(wording.line(proposal.title()), null, wording.line(reason), now);
    }

    private List<MeasuredEffect> effects(Scope scope) {
        return experiments.effects(scope, null, PageRequest.first(Proposer.Context.MOST_EFFECTS)).rows().stream()
                .flatMap(live -> experiments.find(scope, live.experimentId()).stream()
                        .map(experiment -> new MeasuredEffect(experiment, live)))
                .toList();
    }

    private List<Experiment> earlier(Scope scope, Instant now) {
        Instant from = now.minus(limits.memory());
        List<Experiment> found = new ArrayList<>();
        int read = 0;
        Page<Experiment> page;
        do {
            page = experiments.list(scope, Set.of(), new PageRequest(read, PageRequest.MAX_LIMIT));
            page.rows().stream()
                    .filter(one -> !one.state().ended() || one.changedAt().isAfter(from))
                    .forEach(found::add);
            read += page.rows().size();
        } while (!page.rows().isEmpty() && page.hasMore());
        return found;
    }
}
