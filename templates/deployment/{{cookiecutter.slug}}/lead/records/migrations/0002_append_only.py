from django.db import migrations

from lead.audit.triggers import install, remove


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]

    operations = [migrations.RunPython(install("records_disclosure"), remove("records_disclosure"))]
