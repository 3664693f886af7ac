package tacit.pulse.reflection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
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
public final class ScoredReflection implements ReflectionPolicy {

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
        return new Judging(situation, winner).judge();
    }
}
