package org.coordinationledger.service;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Everything in this module; each side's main imports it. What it runs with by default stands in
 * {@code service-defaults.properties}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = ServiceConfiguration.class)
public class ServiceConfiguration {}
