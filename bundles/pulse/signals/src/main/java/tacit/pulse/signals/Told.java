package tacit.pulse.signals;

import tacit.api.pulse.Signal;

/**
 * What one draft says to one profile, as a signal of its own. Immutable.
 *
 * @param draft its place among the drafts
 * @param workspaceId the profile's
 * @param signal as it would be alone
 * @param isFamily whether it stands for a crowded family
 */
record Told(int draft, String workspaceId, Signal signal, boolean isFamily) {

    /** What is the same for all that are merged, led by the profile so that its keys lie together. */
    String key() {
        return signal.profileId()
                + (signal.workspaceId() == null ? "|*" : "|.")
                + (signal.origin() == null ? "|" : "own|")
                + (isFamily ? "family|" : "one|")
                + signal.fingerprint();
    }

    Group group() {
        return new Group(signal.profileId(), signal.workspaceId() == null, signal.family(), signal.origin() != null);
    }

    /** The same as a part of its family. */
    Told inFamily() {
        return new Told(draft, workspaceId, FamilySignal.of(signal), true);
    }

    Told with(Signal other) {
        return new Told(draft, workspaceId, other, isFamily);
    }
}
