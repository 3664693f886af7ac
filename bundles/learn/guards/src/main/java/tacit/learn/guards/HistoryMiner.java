package tacit.learn.guards;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.guard.GradedHistory;
import tacit.api.guard.GuardMiner;
import tacit.api.guard.GuardRule;

/** Mines rules by trying every condition on every call of every run. */
@Component
@Designate(ocd = HistoryMiner.Config.class)
public final class HistoryMiner implements GuardMiner {

    private final RuleSearch search;

    @Activate
    public HistoryMiner(Config config) {
        this(new Thresholds(config.least_tasks(), config.least_odds(), config.permutations(), Thresholds.USUAL.seed()));
    }

    HistoryMiner(Thresholds thresholds) {
        search = new RuleSearch(thresholds);
    }

    @Override
    public List<GuardRule> mine(List<GradedHistory> histories) {
        return search.search(FiredRuns.of(histories));
    }

    /** Settings of the miner. */
    @ObjectClassDefinition(name = "Guard mining")
    public @interface Config {

        @AttributeDefinition(description = "In how many tasks a rule must apply, at least 2")
        int least_tasks() default 5;

        @AttributeDefinition(
                description =
                        "How many times the usual odds of failure those under a rule must be, above 1 and below 1000")
        double least_odds() default 2;

        @AttributeDefinition(description = "How often outcomes are dealt anew to learn what chance does, 100 to 100000")
        int permutations() default 1000;
    }
}
