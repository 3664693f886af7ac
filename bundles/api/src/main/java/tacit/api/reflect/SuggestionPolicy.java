package tacit.api.reflect;

import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/** Judges whether a suggestion is worth somebody's time. A pure function: it knows no clock, no store and no chance. */
@Role("suggestions")
@ConsumerType
public interface SuggestionPolicy {

    SuggestionJudgement judge(SuggestionSituation situation);
}
