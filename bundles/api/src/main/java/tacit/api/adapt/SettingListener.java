package tacit.api.adapt;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A service that is told of each setting that changed, once, after it did: one that somebody changed, and those of a generation
 * that was activated, rolled back to or recovered. Of what a host that died did not come to tell, it hears from the next one.
 */
@ConsumerType
public interface SettingListener {

    /** Called on the thread of the change; must change no setting. What it throws is logged and changes nothing. */
    void changed(SettingChange change);
}
