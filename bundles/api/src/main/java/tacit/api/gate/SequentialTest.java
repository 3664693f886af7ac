package tacit.api.gate;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells from cases that come in one by one whether a candidate succeeds more often or less often than the baseline that
 * works beside it. It may be looked at after every case and stopped at any time: the chance of ever deciding anything
 * while both succeed equally often is at most the alpha of the state.
 *
 * <p>The arms may answer in any order and in any shares, which may change, and how often cases succeed may change with
 * time as long as it does so for both. Two things must hold: cases succeed independently of each other, and which arm
 * answers next does not depend on how the cases before it ended. Only cases that ran at about the same time are
 * compared: to hold a candidate against a time that is past, deal the cases of that time in turn with the new ones.
 *
 * <p>A pure function: equal arguments, equal states. Thread-safe.
 */
@ProviderType
public interface SequentialTest {

    /**
     * Takes one more case into account.
     *
     * @param state {@link CanaryState#start} before the first case, then what the last call answered
     * @throws IllegalArgumentException when the state is that of another kind of test
     */
    CanaryState next(CanaryState state, CanaryState.Arm arm, boolean success);
}
