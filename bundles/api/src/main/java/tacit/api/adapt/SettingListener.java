package tacit.api.adapt;

import org.osgi.annotation.versioning.ConsumerType;

/** A service that is told of each setting that changed, once, after it did. */
@ConsumerType
public interface SettingListener {

    /** Called on the thread of the change; what it throws is logged and changes nothing. */
    void changed(SettingChange change);
}
