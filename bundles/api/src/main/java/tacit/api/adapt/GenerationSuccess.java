package tacit.api.adapt;

import org.jspecify.annotations.Nullable;

/**
 * How runs turned out under one state of the harness. Immutable.
 *
 * @param harnessGeneration the state; null for runs that Tacit's harness took no part in
 * @param succeeded runs that succeeded
 * @param failed runs that failed
 * @param estimate the share that succeeded; null when no run was judged
 */
public record GenerationSuccess(
        @Nullable String harnessGeneration,
        long succeeded,
        long failed,
        @Nullable Estimate estimate) {}
