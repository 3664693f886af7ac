package tacit.api.gate;

import org.jspecify.annotations.Nullable;

/**
 * What a run could have shown: the chances that its test for a better candidate had, with as many cases as ran and as
 * many of them changing either way as changed. Immutable.
 *
 * <p>It does not depend on which way they changed. A candidate that is significantly better can still fail for what it
 * breaks or costs; that is not counted in. Among rivals it is the chance of the one that has to be surest.
 *
 * @param effect a rise of the solved share, in (0, 1]: the smallest one that is worth finding
 * @param chance the chance of finding a candidate better that raises the solved share by {@code effect}, in [0, 1]
 * @param detectable the smallest rise that is found four times in five; null when not even a rise from none to all is
 * @param exact whether both come from the distribution of the test itself; where trials repeat they come from the normal
 *     approximation
 */
public record Power(double effect, double chance, @Nullable Double detectable, boolean exact) {}
