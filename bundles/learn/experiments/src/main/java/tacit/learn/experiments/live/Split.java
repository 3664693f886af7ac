package tacit.learn.experiments.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Arms;
import tacit.api.gate.CanaryState.Arm;
import tacit.api.trace.Trace;

/** Which side of a canary a unit is on. Pure functions, so that runs are counted for the arm that served them. */
public final class Split {

    private Split() {}

    /**
     * Says which arm serves a unit.
     *
     * @param share of the units that the candidate serves, in [0, 1]
     */
    public static Arm arm(String experimentId, @Nullable String unit, double share) {
        return unit != null && place(experimentId, unit) < share ? Arm.CANDIDATE : Arm.BASELINE;
    }

    /** Which arm served a run, as far as its trace tells. */
    static Arm arm(String experimentId, Trace run, double share) {
        return arm(experimentId, Arms.unit(run.profileId(), run.userId(), run.sessionId()), share);
    }

    /** Evenly spread over [0, 1) and independent for two experiments. */
    private static double place(String experimentId, String unit) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((experimentId + '\n' + unit).getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
