package tacit.pulse.reflection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionChoice;
import tacit.api.reflect.ReflectionJudgement;
import tacit.api.reflect.ReflectionPolicy;
import tacit.api.reflect.ReflectionScore;
import tacit.api.reflect.ReflectionSettings;
import tacit.api.reflect.ReflectionSituation;
import tacit.api.reflect.ReflectionStanding;

/** Decides by scores that are taken from the evidence alone. */
@Component(property = Role.PROPERTY + "=reflection")
@Designate(ocd = ScoredReflection.Config.class)
public final class ScoredReflection implements ReflectionPolicy {

    private final Bars bars;

    /** What a winner must reach before anything is started by itself. */
    @ObjectClassDefinition(name = "Tacit reflection")
    public @interface Config {

        @AttributeDefinition(
                name = "Least usefulness",
                description = "Below it nothing may be started, in [0, 1]",
                min = "0",
                max = "1")
        double least_usefulness() default .45;

        @AttributeDefinition(
                name = "Least confidence",
                description = "Below it people are asked, in [0, 1]",
                min = "0",
                max = "1")
        double least_confidence() default .55;

        @AttributeDefinition(
                name = "Least freshness",
                description = "Below it people are asked, in [0, 1]: 1 for what was seen now, 0 after three days",
                min = "0",
                max = "1")
        double least_freshness() default .2;
    }

    @Activate
    public ScoredReflection(Config config) {
        this(new Bars(config.least_usefulness(), config.least_confidence(), config.least_freshness()));
    }

    ScoredReflection(Bars bars) {
        this.bars = bars;
    }

    @Override
    public List<ReflectionScore> rank(List<ReflectionStanding> standings, ReflectionSettings settings, Instant now) {
        return new Ranking(settings, now).rank(standings);
    }

    @Override
    public ReflectionChoice choose(
            ReflectionSituation situation, List<Hypothesis> hypotheses, List<Critique> critiques) {
        return new Choosing(situation, critiques).among(hypotheses);
    }

    @Override
    public ReflectionJudgement judge(ReflectionSituation situation, @Nullable Hypothesis winner) {
        return new Judging(situation, winner, bars).judge();
    }
}
