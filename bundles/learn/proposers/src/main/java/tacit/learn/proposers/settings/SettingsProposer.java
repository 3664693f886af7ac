package tacit.learn.proposers.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.experiment.Evaluator;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposer;
import tacit.api.generation.Artifact;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.BundleTrust;
import tacit.learn.proposers.Checked;
import tacit.learn.proposers.RoleCases;
import tacit.learn.proposers.StoredProposers;
import tacit.learn.proposers.settings.Tries.Try;

/** Proposes the value of a setting that mends most of the older cases of its role and breaks none. Thread-safe. */
@Component(service = Proposer.class)
@Designate(ocd = SettingsProposer.Config.class)
public final class SettingsProposer implements Proposer {

    static final String NAME = "settings-search";
    private static final Duration KEPT = Duration.ofDays(90);

    private final Generations generations;
    private final Artifacts artifacts;
    private final BundleTrust trust;
    private final ReplayCases cases;
    private final List<Evaluator> evaluators;
    private final Tries tries;
    private final Search.Rules rules;
    private final String evaluator;
    private final int mostCases;

    /** How much is tried. */
    @ObjectClassDefinition(name = "Tacit search of settings")
    public @interface Config {

        @AttributeDefinition(description = "Which evaluator asks the older cases, by its name")
        String evaluator() default "replay";

        @AttributeDefinition(
                description = "Older cases of a role that are asked, the newest first, in [1, 10000]",
                min = "1",
                max = "10000")
        int most_cases() default 200;

        @AttributeDefinition(description = "Values of one setting that are tried, in [1, 100]", min = "1", max = "100")
        int most_values() default 8;

        @AttributeDefinition(description = "Values that are tried in one round, in [1, 1000]", min = "1", max = "1000")
        int most_candidates() default 24;

        @AttributeDefinition(
                description = "Older cases that a value must mend, while it breaks none, in [1, 1000]",
                min = "1",
                max = "1000")
        int least_mended() default 3;

        @AttributeDefinition(description = "The same seed tries the same values")
        long seed() default 7;
    }

    @Activate
    public SettingsProposer(
            @Reference Generations generations,
            @Reference Artifacts artifacts,
            @Reference BundleTrust trust,
            @Reference ReplayCases cases,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) List<Evaluator> evaluators,
            @Reference Database database,
            Config config) {
        this.generations = generations;
        this.artifacts = artifacts;
        this.trust = trust;
        this.cases = cases;
        this.evaluators = List.copyOf(evaluators);
        database.migrate(StoredProposers.OWNER, StoredProposers.class);
        tries = new Tries(database);
        evaluator = config.evaluator();
        mostCases = Checked.within("most.cases", config.most_cases(), 1, 10_000);
        rules = new Search.Rules(
                Checked.within("most.values", config.most_values(), 1, 100),
                Checked.within("most.candidates", config.most_candidates(), 1, 1_000),
                Checked.within("least.mended", config.least_mended(), 1, 1_000),
                config.seed());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer propose(Scope scope, Context context) {
        Optional<Evaluator> asks =
                evaluators.stream().filter(one -> one.name().equals(evaluator)).findFirst();
        Optional<Generation> active = generations.active();
        if (asks.isEmpty() || active.isEmpty()) {
            return Answer.nothing(
                    asks.isEmpty() ? "No evaluator has the name '" + evaluator + "'" : "No generation is active");
        }
        tries.forgetBefore(context.now().minus(KEPT));
        Round round = new Round(scope, context, asks.get());
        active.get().roles().forEach((role, bundle) -> round.look(active.get(), role, bundle));
        return new Answer(round.proposals, round.asked, round.notes);
    }

    /** One round over all roles. Confined to its thread. */
    private final class Round {

        private final Scope scope;
        private final Context context;
        private final Evaluator asks;
        private final List<Proposal> proposals = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private int asked;
        private int tried;

        Round(Scope scope, Context context, Evaluator asks) {
            this.scope = scope;
            this.context = context;
            this.asks = asks;
        }

        void look(Generation active, String role, Artifact bundle) {
            if (proposals.size() < context.mostProposals()) {
                searched(scope, context, active, role, bundle).ifPresent(this::search);
            }
        }

        private void search(Searched searched) {
            Search search = new Search(scope.workspaceId(), searched, context, tries, rules);
            try {
                List<Try> known = search.run(asks, context.mostCases() - asked, rules.candidates() - tried);
                Optional<Best> best = Best.of(known, searched, context, rules);
                best.ifPresent(found -> proposals.add(search.proposal(found.point(), why(known, searched, found))));
                if (best.isEmpty()) {
                    notes.add(searched.role() + ": " + why(known, searched, search));
                }
            } catch (IllegalStateException e) {
                notes.add(searched.role() + ": " + e.getMessage());
            }
            asked += search.asked();
            tried += search.tried();
        }

        private String why(List<Try> known, Searched searched, Best best) {
            return "Of " + count(known, searched) + " it mends most: " + best.mended() + ", and breaks none";
        }

        private String why(List<Try> known, Searched searched, Search search) {
            return search.hopeless()
                    ? "fewer than " + rules.mended() + " older cases fail"
                    : "none of " + count(known, searched) + " mends " + rules.mended() + " that fail and breaks none";
        }

        private String count(List<Try> known, Searched searched) {
            return known.size() + " values tried on " + searched.cases().size() + " older cases";
        }
    }

    private Optional<Searched> searched(Scope scope, Context context, Generation active, String role, Artifact bundle) {
        if (context.claimed("role:" + role) || !artifacts.contains(bundle.sha256())) {
            return Optional.empty();
        }
        List<ReplayCase> older = RoleCases.of(cases, scope, role).older(context.now());
        if (older.size() < rules.mended()) {
            return Optional.empty();
        }
        Set<String> pids = pids(bundle, role);
        List<SettingRange> ranges = Metatypes.read(artifacts.read(bundle.sha256())).stream()
                .filter(range -> pids.contains(range.pid()) && !context.claimed(range.place()))
                .toList();
        return ranges.isEmpty()
                ? Optional.empty()
                : Optional.of(new Searched(
                        role, active, bundle, ranges, older.subList(0, Math.min(older.size(), mostCases))));
    }

    /** Those of the components that fill the role, and of those that fill none and help them. */
    private Set<String> pids(Artifact bundle, String role) {
        BundleFacts facts = trust.examine(
                        artifacts.read(bundle.sha256()),
                        artifacts.statement(bundle.sha256()).orElse(null),
                        BundleTrust.Moment.START)
                .facts();
        return facts == null
                ? Set.of()
                : facts.components().stream()
                        .filter(each -> each.role() == null || Objects.equals(each.role(), role))
                        .flatMap(each -> each.pids().stream())
                        .collect(Collectors.toSet());
    }
}
