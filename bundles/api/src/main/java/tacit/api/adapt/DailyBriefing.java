package tacit.api.adapt;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/** Writes the briefing of a day: how well learning goes, what was learnt the day before, and what waits for somebody. */
@Role("briefing")
@ConsumerType
public interface DailyBriefing {

    /** The section with the metrics. */
    String EVOLUTION = "evolution_metrics";

    /** The section with the summary of the day before. */
    String LEARNT = "learnt_yesterday";

    /** The section with what waits. */
    String WAITING = "waiting";

    Briefing brief(BriefingRequest request);
}
