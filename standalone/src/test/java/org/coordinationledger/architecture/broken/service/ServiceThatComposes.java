package org.coordinationledger.architecture.broken.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;

/** Breaks a rule on purpose. */
@SpringBootConfiguration
public class ServiceThatComposes {

    static void start() {
        SpringApplication.run(ServiceThatComposes.class);
    }
}
