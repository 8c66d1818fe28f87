package org.hospitalviewer.sync;

import java.util.List;

/**
 * What the mark of studies that are to be published does as the sync is set now.
 *
 * @param onlyMarked only marked studies go out
 * @param deleting   names of the targets in use where what lies there is deleted when the mark is taken back
 * @param keeping    names of those where it stays
 */
public record MarkEffect(boolean onlyMarked, List<String> deleting, List<String> keeping) {

    static MarkEffect of(SyncRules rules, List<SyncTarget> targets) {
        List<SyncTarget> inUse = targets.stream().filter(SyncTarget::enabled).toList();
        return new MarkEffect(rules.onlyPublished(),
                inUse.stream().filter(SyncTarget::mayDelete).map(SyncTarget::name).toList(),
                inUse.stream().filter(target -> !target.mayDelete()).map(SyncTarget::name).toList());
    }

    public boolean hasTargets() {
        return !deleting.isEmpty() || !keeping.isEmpty();
    }
}
