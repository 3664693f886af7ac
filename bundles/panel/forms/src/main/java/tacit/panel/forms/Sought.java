package tacit.panel.forms;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentServiceObjects;

/** What needs the harness, and is wanted while the harness is still being started: got when it is asked for, and not before. */
public final class Sought {

    private Sought() {}

    /** The service; null while it is not there. */
    public static <S> @Nullable S of(@Nullable ComponentServiceObjects<S> objects) {
        return objects == null ? null : objects.getService();
    }
}
