from django.db import migrations

from lead.audit.triggers import install, remove


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(install("audit_auditevent", "number", "digest"), remove("audit_auditevent"))]
