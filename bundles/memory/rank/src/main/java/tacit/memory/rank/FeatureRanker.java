package tacit.memory.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.recall.RankRequest;
import tacit.api.recall.RankedHit;
import tacit.api.recall.RankedHit.Reason;
import tacit.api.recall.Ranker;

/** Adds up weighed features, and puts aside what repeats the words of a better one. Thread-safe. */
@Component(property = Role.PROPERTY + "=memory-ranker")
@Designate(ocd = FeatureRanker.Config.class)
public final class FeatureRanker implements Ranker {

    /** How much repeated words cost unless an operator sets another price. */
    public static final double REPEATED = 0.5;

    /** How many reasons are told unless an operator sets another number. */
    public static final int REASONS = 8;

    /** How hits are put into order. */
    @ObjectClassDefinition(name = "Tacit order of what is recalled")
    public @interface Config {

        @AttributeDefinition(
                name = "Repeated words",
                description = "What a hit loses whose words all stand in a better one, in [0, 10]",
                min = "0",
                max = "10")
        double repeated() default REPEATED;

        @AttributeDefinition(
                name = "Reasons",
                description = "How many reasons are told of each hit, at least 1",
                min = "1")
        int reasons() default REASONS;
    }

    /** A feature that counts. */
    private record Weighed(Feature feature, double weight) {}

    private final List<Weighed> weighed;
    private final Diversity diversity;
    private final int reasons;
    private final Readings readings = new Readings();

    @Activate
    public FeatureRanker(Config config) {
        this(Weights.shipped(), config.repeated(), config.reasons());
    }

    /** A ranker with weights of its own. */
    public FeatureRanker(Weights weights, double repeated, int reasons) {
        if (reasons < 1) {
            throw new IllegalArgumentException("reasons must be at least 1, got " + reasons);
        }
        this.weighed = Features.ALL.stream()
                .map(feature -> new Weighed(feature, weights.values().getOrDefault(feature.name(), 0.0)))
                .filter(one -> one.weight() != 0)
                .toList();
        this.diversity = new Diversity(repeated);
        this.reasons = reasons;
    }

    @Override
    public List<RankedHit> rank(RankRequest request) {
        Candidates candidates = new Candidates(request.hits(), readings);
        Question question = new Question(request, candidates.speakers());
        List<Diversity.Scored> scored = new ArrayList<>();
        for (Candidate candidate : candidates.list()) {
            List<Reason> parts = parts(question, candidate);
            double score = parts.stream().mapToDouble(Reason::share).sum();
            scored.add(new Diversity.Scored(candidate, score, parts));
        }
        return diversity.pick(scored, request.most()).stream()
                .map(this::explained)
                .toList();
    }

    private List<Reason> parts(Question question, Candidate candidate) {
        List<Reason> parts = new ArrayList<>();
        for (Weighed one : weighed) {
            double value = one.feature().of(question, candidate);
            if (value != 0) {
                parts.add(new Reason(one.feature().name(), value, one.weight() * value));
            }
        }
        return parts;
    }

    private RankedHit explained(Diversity.Scored scored) {
        List<Reason> told = scored.reasons().stream()
                .sorted(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.share()))
                        .thenComparing(Reason::feature))
                .limit(reasons)
                .toList();
        return new RankedHit(scored.candidate().hit().document().id(), scored.score(), told);
    }
}
