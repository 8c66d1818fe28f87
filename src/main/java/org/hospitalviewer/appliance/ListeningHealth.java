package org.hospitalviewer.appliance;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** UP only while every network service listens. */
@Component
class ListeningHealth implements HealthIndicator {

    private final ObjectProvider<NetworkService> services;

    ListeningHealth(ObjectProvider<NetworkService> services) {
        this.services = services;
    }

    @Override
    public Health health() {
        boolean listening = services.stream().allMatch(NetworkService::isListening);
        return listening ? Health.up().build() : Health.down().build();
    }
}
