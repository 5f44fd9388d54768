"""What gunicorn does not do here; its address and its workers stand where it is started."""

control_socket_disable = True  # nobody steers it but the service manager
forwarder_headers = ""  # no header names the path of a request, whoever sends it
